package io.sereno.it.smoke;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with the name of what looking for EJB ends with. */
@WebServlet("/no-ejb")
public class NoEjbServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      response.getWriter().print(Class.forName("jakarta.ejb.MessageDriven"));
    } catch (ClassNotFoundException e) {
      response.getWriter().print(e.getClass().getName());
    }
  }
}

package io.sereno.it.smoke;

import io.sereno.it.OwnWar;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** All that the WAR of {@link ServletOnlyIT} does. */
@OwnWar
@WebServlet("/hours")
public class HoursServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write("Ten o'clock and all is well");
  }
}

package io.sereno.it.undeploy;

import io.sereno.it.OwnWar;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Registers the class loader of its WAR and uses what Sereno would watch. */
@OwnWar
@WebServlet("/visits")
public class RedeployedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Visits visits;

  @Override
  public void init() {
    DeployedClassLoaders.add(getServletContext().getContextPath(), getClass().getClassLoader());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(visits.add());
  }
}

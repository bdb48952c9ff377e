package io.sereno.it.context;

import jakarta.ejb.Stateless;

@Stateless
public class JourneyEjb {

  public void work() {
    JourneyServlet.LOG.info("EJB");
  }
}

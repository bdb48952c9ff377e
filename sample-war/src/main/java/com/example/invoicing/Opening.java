package com.example.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.util.logging.Logger;

/** Tells whoever started the application where to find it. */
@ApplicationScoped
class Opening {

  private static final Logger LOG = Logger.getLogger(Opening.class.getName());

  void opened(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
    String address = System.getProperty("invoicing.address", application.getContextPath());
    LOG.info("Invoicing is ready: " + address);
  }
}

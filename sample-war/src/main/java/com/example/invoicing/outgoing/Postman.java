package com.example.invoicing.outgoing;

import com.example.invoicing.InvoiceService;
import com.example.invoicing.InvoiceView;
import io.sereno.Logged;
import io.sereno.Timed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Carries an invoice to its customer; here, by saying so in the log. */
@ApplicationScoped
class Postman {

  private static final Logger LOG = Logger.getLogger(Postman.class.getName());

  @Inject private InvoiceService invoices;

  @Logged
  @Timed
  void deliver(long invoiceId) {
    InvoiceView invoice = invoices.find(invoiceId);
    LOG.info(
        () ->
            "Invoice %d over %s is on its way to customer %d"
                .formatted(invoice.id(), invoice.total(), invoice.customerId()));
  }
}

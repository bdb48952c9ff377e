package com.example.invoicing;

import io.sereno.Logged;
import io.sereno.Severity;
import io.sereno.Timed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Says every minute how many invoices wait to be paid. */
@Singleton
public class PaymentReminder {

  private static final Logger LOG = Logger.getLogger(PaymentReminder.class.getName());

  @Inject private InvoiceService invoices;

  @Logged(Severity.DEBUG)
  @Timed(name = "invoicing.reminder")
  @Schedule(hour = "*", minute = "*", persistent = false)
  public void remind() {
    LOG.info("Approved invoices not yet paid: " + invoices.countUnpaid());
  }
}

package com.example.invoicing.outgoing;

import com.example.invoicing.InvoiceApproved;
import io.sereno.context.jms.JmsContext;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Queues the id of each invoice that was approved. */
@ApplicationScoped
class OutgoingQueue {

  static final String NAME = "outgoing-invoices";

  private static final Logger LOG = Logger.getLogger(OutgoingQueue.class.getName());

  @Inject private ConnectionFactory connections;
  @Resource private ManagedExecutorService executor;

  /**
   * After the commit, lest an invoice goes out that was never approved; and on another thread, for
   * the caller's transaction has ended but still clings to this one.
   */
  void approved(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvoiceApproved event) {
    executor.execute(() -> send(event.invoiceId()));
  }

  private void send(long invoiceId) {
    try (JMSContext context = connections.createContext()) {
      JmsContext.stamp(context.createProducer())
          .send(context.createQueue(NAME), Long.toString(invoiceId));
    } catch (JMSRuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Invoice " + invoiceId + " was approved, but not queued");
    }
  }
}

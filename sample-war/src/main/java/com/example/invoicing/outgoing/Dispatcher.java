package com.example.invoicing.outgoing;

import io.sereno.context.jms.JmsContext;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes invoices from the queue, one after the other, and gives them to the postman. */
@ApplicationScoped
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

  @Inject private ConnectionFactory connections;
  @Inject private Postman postman;
  @Resource private ManagedThreadFactory threads;

  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread worker;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    worker = threads.newThread(this::work);
    worker.setName("outgoing-invoices");
    worker.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application)
      throws InterruptedException {
    stopped.countDown();
    if (worker != null) {
      worker.join(TIME_TO_STOP.toMillis());
    }
  }

  private void work() {
    Duration pause = Duration.ZERO;
    while (!isStopped(pause)) {
      try (JMSContext context = connections.createContext()) {
        receive(context.createConsumer(context.createQueue(OutgoingQueue.NAME)));
      } catch (JMSException | RuntimeException e) {
        LOG.log(Level.SEVERE, "The queue of outgoing invoices cannot be read; trying again", e);
      }
      pause = PAUSE_AFTER_FAILURE;
    }
  }

  private void receive(JMSConsumer queue) throws JMSException {
    while (!isStopped(Duration.ZERO)) {
      JmsContext.receive(
          queue.receive(PATIENCE.toMillis()),
          message -> deliver(Long.parseLong(message.getBody(String.class))));
    }
  }

  private void deliver(long invoiceId) {
    try {
      postman.deliver(invoiceId);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Invoice " + invoiceId + " could not be delivered");
    }
  }

  /** Waits for the end, no longer than told; an interruption is an end too. */
  private boolean isStopped(Duration wait) {
    try {
      return stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}

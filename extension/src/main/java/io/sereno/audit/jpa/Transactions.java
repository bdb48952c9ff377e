package io.sereno.audit.jpa;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The end of the current JTA transaction, if there is one. */
final class Transactions {

  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  private Transactions() {}

  /**
   * Says once whether the current transaction has committed, when it has ended; at once and {@code
   * true} if there is none.
   */
  static void whenEnded(Consumer<Boolean> committed) {
    TransactionSynchronizationRegistry registry = registry();
    if (registry == null || registry.getTransactionKey() == null) {
      committed.accept(true);
    } else {
      registry.registerInterposedSynchronization(new End(committed));
    }
  }

  @SuppressWarnings("BanJNDI") // the server's own name
  private static @Nullable TransactionSynchronizationRegistry registry() {
    try {
      return (TransactionSynchronizationRegistry) new InitialContext().lookup(REGISTRY);
    } catch (NamingException e) {
      return null; // no JTA here
    }
  }

  private static final class End implements Synchronization {

    private final Consumer<Boolean> committed;
    private final AtomicBoolean told = new AtomicBoolean(); // Payara ends a transaction twice

    End(Consumer<Boolean> committed) {
      this.committed = committed;
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (told.compareAndSet(false, true)) {
        committed.accept(status == Status.STATUS_COMMITTED);
      }
    }
  }
}

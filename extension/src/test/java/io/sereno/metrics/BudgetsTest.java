package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetsTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final ClassLoader shop = new URLClassLoader(new URL[0], before);
  private final ClassLoader office = new URLClassLoader(new URL[0], before);
  private final Budgets shops = new Budgets();
  private final Budgets offices = new Budgets();

  @AfterEach
  void stop() {
    shops.stop();
    offices.stop();
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void oneApplicationsCallsAreNotAnothers() {
    shops.start(shop);
    offices.start(office);
    shops.exceeded("Invoices.list()", 1, 2);

    Thread.currentThread().setContextClassLoader(office);
    assertThatCode(Budgets::assertKept).doesNotThrowAnyException();
    Thread.currentThread().setContextClassLoader(shop);
    assertThatThrownBy(Budgets::assertKept)
        .hasMessage(
            """
            budgets of SQL statements exceeded:
              Invoices.list() may need 1 and needed 2""");
  }

  @Test
  void whereThereIsNoApplicationNothingIsAsserted() {
    assertThatThrownBy(Budgets::assertKept)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no application with Sereno's metrics runs here: call this inside of it");
  }
}

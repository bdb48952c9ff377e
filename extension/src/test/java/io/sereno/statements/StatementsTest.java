package io.sereno.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementsTest {

  private static final String DATA_SOURCE = "sereno.metrics.datasource.orders.jndi";

  private final Context work = Context.received(null, "r1");

  @Test
  void countsForTheWorkAtHand() {
    try (SeenStatements seen = new SeenStatements();
        ContextScope scope = work.open()) {
      assertThat(scope).isNotNull();
      Statements statements = Statements.inForce();
      statements.executed(Operation.SELECT, statements.begin(), 7, StatementObserver.UNKNOWN);
      statements.seen(Operation.INSERT, 30, StatementObserver.UNKNOWN, 5);

      assertThat(seen.take()).containsExactly("SELECT rows=7", "INSERT batch=5");
    }
    assertThat(work.statements().count()).isEqualTo(2);
    assertThat(work.statements().nanos()).isGreaterThan(30);
  }

  @Test
  void whatALibraryExecutesIsSeenThereAlone() {
    try (SeenStatements seen = new SeenStatements(Map.of(DATA_SOURCE, "java:app/x"))) {
      Statements statements = Statements.inForce();

      assertThat(statements.isInside()).isFalse();
      long begin = statements.begin();
      assertThat(statements.isInside()).isTrue();
      statements.executed(Operation.SELECT, begin, 0, StatementObserver.UNKNOWN);
      assertThat(statements.isInside()).isFalse();
      assertThat(seen.take()).containsExactly("SELECT rows=0");
    }
  }

  @Test
  void afterItsEndNobodyListens() {
    try (SeenStatements seen = new SeenStatements()) {
      assertThat(Statements.inForce().isOn()).isTrue();
      assertThat(seen.take()).isEmpty();
    }

    assertThat(Statements.inForce().isOn()).isFalse();
    Statements.inForce().seen(Operation.SELECT, 1, 1, 1);
  }

  @Test
  void applicationsThatShareTheLibraryAreToldApart() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ClassLoader shop = new URLClassLoader(new URL[0], before);
    ClassLoader office = new URLClassLoader(new URL[0], before);
    try (SeenStatements shops = new SeenStatements(Map.of(), shop);
        SeenStatements offices = new SeenStatements(Map.of(), office)) {
      Thread.currentThread().setContextClassLoader(shop);
      Statements.inForce().seen(Operation.SELECT, 1, StatementObserver.UNKNOWN, 2);
      Thread.currentThread().setContextClassLoader(office);
      Statements.inForce().seen(Operation.INSERT, 1, StatementObserver.UNKNOWN, 3);
      Thread.currentThread().setContextClassLoader(before);
      Statements.inForce().seen(Operation.DELETE, 1, StatementObserver.UNKNOWN, 4);

      assertThat(shops.take()).containsExactly("SELECT batch=2");
      assertThat(offices.take()).containsExactly("INSERT batch=3");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void anObserverThatFailsHurtsNobody() {
    Figures figures = new Figures();
    Failures failures = figures.failures();
    StatementObserver failing =
        new StatementObserver() {
          @Override
          public void executed(Operation operation, long nanos, long rows, int batch) {
            throw new IllegalStateException("expected by a test");
          }
        };
    try (SeenStatements seen = new SeenStatements()) {
      StatementObserver.composite(List.of(failing, seen), failures)
          .executed(Operation.DELETE, 1, StatementObserver.UNKNOWN, StatementObserver.UNKNOWN);

      assertThat(seen.take()).containsExactly("DELETE");
    }
  }

  @Test
  void aDataSourceNeedsAName() {
    Settings settings = TestSettings.of(Map.of(DATA_SOURCE, " ", "sereno.statements.enabled", "?"));
    StatementsSettings.read(settings);

    assertThat(settings.problems())
        .extracting(Object::toString)
        .containsExactly(
            DATA_SOURCE + " = \"\": write a JNDI name such as java:app/jdbc/orders",
            "sereno.statements.enabled = \"?\": write true or false");
  }
}

package io.sereno.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

  private final AtomicInteger askedSeconds = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void isUpWhenTheDriverSaysSo() {
    CheckResult result = run(() -> connection(true), Duration.ofSeconds(3));

    assertThat(result.isUp()).isTrue();
    assertThat(result.name()).isEqualTo("database:default");
    assertThat(askedSeconds).hasValue(3);
    assertThat(closed).hasValue(1);
  }

  @Test
  void isDownWhenTheDriverSaysSo() {
    assertThat(run(() -> connection(false), Duration.ofSeconds(3)).error())
        .contains("java.sql.SQLTimeoutException");
    assertThat(closed).hasValue(1);
  }

  @Test
  void isDownWithTheClassOfWhatWasThrown() {
    CheckResult result =
        run(
            () -> {
              throw new SQLException("with a host name in it");
            },
            Duration.ofSeconds(3));

    assertThat(result.isUp()).isFalse();
    assertThat(result.error()).contains("java.sql.SQLException");
  }

  @Test
  void neverAsksForEver() {
    run(() -> connection(true), Duration.ofMillis(10));

    assertThat(askedSeconds).hasValue(1); // 0 would mean no limit
  }

  private static CheckResult run(Callable<Connection> source, Duration timeout) {
    return new DatabaseCheck("database:default", source, timeout).run();
  }

  private Connection connection(boolean valid) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isValid" -> {
                    askedSeconds.set((int) arguments[0]);
                    yield valid;
                  }
                  case "close" -> {
                    closed.incrementAndGet();
                    yield null;
                  }
                  default -> throw new IllegalStateException(method.getName());
                });
  }
}

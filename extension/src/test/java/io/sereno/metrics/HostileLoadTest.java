package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sereno.context.Context;
import io.sereno.context.EndedRequest;
import io.sereno.figures.Figures;
import io.sereno.statements.EntityChange;
import io.sereno.statements.Operation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a million requests bring, on several threads, what is held for them has an end. */
class HostileLoadTest {

  private static final int MILLION = 1_000_000;

  /** Of the first requests alone: each failure is dear to make. */
  private static final int STATEMENTS = 20_000;

  private static final int LIMIT = 100;

  /** Of what the application calls by names of its own, to which no client can add. */
  private static final int NAMES = 10_000;

  private static final EntityChange[] CHANGES = EntityChange.values();
  private static final int THREADS = 4;

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Figures figures = new Figures();
  private final CardinalityGuard guard =
      new CardinalityGuard(new SeriesLimits(LIMIT, Map.of()), figures);
  private final RequestMetrics requests;
  private final StatementMetrics statements;

  HostileLoadTest() {
    guard.guard(registry);
    figures.forEach(new FigureMeters(registry));
    requests =
        new RequestMetrics(new RequestMeters(registry, RequestSettings.DEFAULT, true), guard);
    statements = new StatementMetrics(registry, guard);
  }

  @Test
  void everyMapStaysWithinItsLimitAndTheTotalsExact() throws Exception {
    for (int i = 0; i < LIMIT; i++) {
      changes(i); // all that are remembered come again below, from whatever thread
    }
    load();

    Map<String, Integer> sizes = new TreeMap<>();
    measure(requests, sizes, Collections.newSetFromMap(new IdentityHashMap<>()));
    measure(statements, sizes, Collections.newSetFromMap(new IdentityHashMap<>()));
    assertThat(sizes)
        .containsKeys(
            "Remembered.known", "RequestMetrics.active", "Guarded.series", "StatementMetrics.rows")
        .containsEntry("Remembered.known", LIMIT)
        .allSatisfy((map, size) -> assertThat(size).as(map).isLessThanOrEqualTo(LIMIT));
    assertThat(timed("http.server.request.duration")).isEqualTo(MILLION);
    assertThat(counted("http.server.request.errors")).isEqualTo(MILLION / 5.0);
    assertThat(timed("db.client.operation.duration")).isEqualTo(STATEMENTS);
    assertThat(counted("db.client.operation.errors")).isEqualTo(STATEMENTS);
    assertThat(timed("db.client.connection.wait_time")).isEqualTo(NAMES);
    assertThat(counted("entity.changes")).isEqualTo((NAMES + LIMIT) * CHANGES.length);
    assertThat(overflowed("http.server.request.duration"))
        .isEqualTo(shared("http.server.request.duration").timer().count());
    assertThat(overflowed("db.client.connection.wait_time"))
        .isEqualTo(shared("db.client.connection.wait_time").timer().count());
    assertThat(overflowed("entity.changes")).isEqualTo(shared("entity.changes").counter().count());
  }

  private void load() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        all.add(
            threads.submit(
                () -> {
                  for (int i = first; i < MILLION; i += THREADS) {
                    request(i);
                    if (i < STATEMENTS) {
                      statement(i);
                    }
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get(1, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void request(int i) {
    Context context =
        new Context(
            "id-" + i, "t" + i, "s" + i, "user-" + i, "10.0.0.1", "M" + i, "/p" + i, "/r" + i);
    requests.begun(context);
    requests.ended(
        new EndedRequest(context, "/x" + i, 100 + i % 500, 1, 1, 1, 1, 1, null, Map.of()));
  }

  private void statement(int i) {
    Operation operation = Operation.of("verb" + i + " from t where id = " + i);
    statements.executed(operation, 1, i, i);
    statements.failed(operation, new SQLException("failure " + i));
    if (i < NAMES) {
      statements.connected("pool-" + i, 1);
      changes(i);
    }
  }

  private void changes(int i) {
    for (EntityChange change : CHANGES) {
      statements.changed("Entity" + i, change, 1);
    }
  }

  private long timed(String meter) {
    return registry.get(meter).timers().stream().mapToLong(Timer::count).sum();
  }

  private double counted(String meter) {
    return registry.get(meter).counters().stream().mapToDouble(Counter::count).sum();
  }

  /** How often Sereno says that the series of {@link #shared} has been used. */
  private double overflowed(String meter) {
    return registry.get(Meters.OVERFLOW.key()).tag(Meters.METER, meter).functionCounter().count();
  }

  /** The series of all that are too many: each of its tags has the same value. */
  private RequiredSearch shared(String meter) {
    return registry
        .get(meter)
        .tags(
            registry.get(meter).meter().getId().getTags().stream()
                .map(tag -> Tag.of(tag.getKey(), CardinalityGuard.OVERFLOW))
                .toList());
  }

  /** The largest of each of the collections that are held in Sereno's own objects. */
  private static void measure(@Nullable Object holder, Map<String, Integer> sizes, Set<Object> seen)
      throws IllegalAccessException {
    if (holder == null || !isOurs(holder.getClass()) || !seen.add(holder)) {
      return;
    }
    for (Field field : holder.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
        continue;
      }
      field.setAccessible(true);
      Object value = field.get(holder);
      Collection<?> held =
          value instanceof Map<?, ?> map
              ? map.values()
              : value instanceof Collection<?> all ? all : null;
      if (held == null) {
        measure(value, sizes, seen);
        continue;
      }
      String name = holder.getClass().getSimpleName() + '.' + field.getName();
      sizes.merge(name, held.size(), Math::max);
      for (Object one : held) {
        measure(one, sizes, seen);
      }
    }
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("io.sereno.") && !type.isEnum();
  }
}

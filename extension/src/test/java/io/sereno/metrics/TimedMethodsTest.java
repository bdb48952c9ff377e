package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.FakeCall;
import io.sereno.Timed;
import io.sereno.context.StatementCount;
import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.invocation.Interest;
import io.sereno.settings.Problem;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.EmptyStackException;
import java.util.HashMap;
import java.util.InputMismatchException;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimedMethodsTest {

  static class Invoices {
    @Timed
    public void approve() {}

    @Timed(
        name = "invoice.payment",
        description = "Payments made",
        tags = {"kind=card", "pay.region=eu"})
    public void pay() {}

    @Timed(name = "invoice.print", objectives = "100ms", longTask = true)
    public void print() {}

    @Timed(name = "invoice.find", percentiles = 0.5)
    public void find() {}

    @Timed(name = "invoice.search", histogram = true)
    public void search() {}

    public void list() {}
  }

  static class Wrong {
    @Timed(name = "sereno.secret")
    public void name() {}

    @Timed(name = "jvm.gc.pause")
    public void machines() {}

    @Timed(tags = "outcome=mine")
    public void taken() {}

    @Timed(tags = "alone")
    public void alone() {}

    @Timed(percentiles = {0.5, 1.5})
    public void percentiles() {}

    @Timed(
        name = "w",
        objectives = {"100ms", "soon", "0s"})
    public void objectives() {}

    @Timed(maxQueries = -2)
    public void maxQueries() {}
  }

  static class Clashing {
    @Timed(name = "a.b", tags = "x=1")
    public void first() {}

    @Timed(name = "a_b")
    public void otherTags() {}

    @Timed(name = "a.b", tags = "x=2", histogram = true)
    public void buckets() {}

    @Timed(name = "a.b", tags = "x=2")
    public void same() {}

    @Timed(name = "c", longTask = true)
    public void active() {}

    @Timed(name = "c.active")
    public void likeActive() {}
  }

  private final Map<String, String> configured = new HashMap<>();
  private final FakeCall call = FakeCall.untouchable();
  private final Figures figures = new Figures();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Test
  void timesCallsByOutcome() {
    CallObserver observer = observer("approve");
    assertThat(observer.begun(call)).isEqualTo(Interest.DURATION);
    observer.succeeded(call, 1_000_000_000, null);
    observer.succeeded(call, 500_000_000, null);
    observer.failed(call, 250_000_000, new IllegalStateException("expected by a test"));

    String tags =
        "{class=\"" + Invoices.class.getName() + "\",error_type=\"%s\",method=\"approve\",%s} ";
    String success = tags.formatted("", "outcome=\"success\"");
    String failure = tags.formatted("java.lang.IllegalStateException", "outcome=\"failure\"");
    assertThat(registry.scrape())
        .isEqualTo(
            """
            # HELP method_timed_seconds Duration of timed methods
            # TYPE method_timed_seconds summary
            method_timed_seconds_count%1$s2
            method_timed_seconds_sum%1$s1.5
            method_timed_seconds_count%2$s1
            method_timed_seconds_sum%2$s0.25
            # HELP method_timed_seconds_max Duration of timed methods
            # TYPE method_timed_seconds_max gauge
            method_timed_seconds_max%1$s1.0
            method_timed_seconds_max%2$s0.25
            """
                .formatted(success, failure));
  }

  @Test
  void successIsThereFromTheStart() {
    observer("approve");

    assertThat(registry.scrape()).contains("outcome=\"success\"} 0\n");
  }

  @Test
  void aTimerHasItsOwnNameDescriptionAndTags() {
    observer("pay");

    assertThat(registry.scrape())
        .contains(
            "# HELP invoice_payment_seconds Payments made\n",
            "invoice_payment_seconds_count{class=\""
                + Invoices.class.getName()
                + "\",error_type=\"\",kind=\"card\",method=\"pay\",outcome=\"success\",pay_region=\"eu\"} 0\n");
  }

  @Test
  void objectivesAreBuckets() {
    observer("print").succeeded(call, 50_000_000, null);

    assertThat(lines("invoice_print_seconds_bucket"))
        .extracting(line -> line.replaceFirst(".*,le=", ""))
        .containsExactly("\"0.1\"} 1", "\"+Inf\"} 1");
  }

  @Test
  void aHistogramHasBucketsForAnyQuantile() {
    observer("search").succeeded(call, 50_000_000, null);

    assertThat(lines("invoice_search_seconds_bucket")).hasSizeBetween(60, 80);
  }

  @Test
  void percentilesAreWorkedOut() {
    CallObserver observer = observer("find");
    observer.succeeded(call, 1_000_000_000, null);

    assertThat(lines("invoice_find_seconds{"))
        .singleElement()
        .asString()
        .matches(".*quantile=\"0.5\"} (0.9[0-9]+|1.0[0-9]*)");
  }

  @Test
  void aLongTaskIsSeenWhileItRuns() {
    CallObserver observer = observer("print");
    observer.begun(call);
    assertThat(active()).endsWith("} 1");
    observer.succeeded(call, 1, null);
    assertThat(active()).endsWith("} 0");

    observer.begun(call);
    observer.failed(call, 1, new IllegalStateException("expected by a test"));
    assertThat(active())
        .isEqualTo(
            "invoice_print_active_seconds_count{class=\""
                + Invoices.class.getName()
                + "\",method=\"print\"} 0");
  }

  private String active() {
    return lines("invoice_print_active_seconds_count").get(0);
  }

  @Test
  void aTypeOfExceptionTooManyIsOverflow() {
    CallObserver observer = observer("approve");
    List<Throwable> failures =
        List.of(
            new ArithmeticException(),
            new ArrayStoreException(),
            new AssertionError(),
            new ClassCastException(),
            new CloneNotSupportedException(),
            new Error(),
            new Exception(),
            new IllegalArgumentException(),
            new IllegalCallerException(),
            new IllegalMonitorStateException(),
            new IllegalStateException(),
            new IndexOutOfBoundsException(),
            new InstantiationException(),
            new InterruptedException(),
            new LinkageError(),
            new NegativeArraySizeException(),
            new NoSuchFieldException(),
            new NullPointerException(),
            new NumberFormatException(),
            new RuntimeException(),
            new SecurityException(),
            new UnsupportedOperationException());
    failures.forEach(failure -> observer.failed(call, 1, failure));

    assertThat(lines("method_timed_seconds_count")).hasSize(22);
    assertThat(lines("method_timed_seconds_count"))
        .filteredOn(line -> line.contains("error_type=\"overflow\""))
        .singleElement()
        .asString()
        .endsWith(" 2");
  }

  @Test
  void everyMemberCanBeOverridden() {
    configure("approve/Timed/name", "approval");
    configure("approve/Timed/description", "Approvals");
    configure("approve/Timed/tags", "region=eu,zone=a\\,b");
    configure("approve/Timed/histogram", "true");
    configure("approve/Timed/percentiles", "0.5,0.9");
    configure("approve/Timed/objectives", "100ms,PT2S");
    configure("approve/Timed/longTask", "true");
    configure("approve/Timed/maxQueries", "7");

    assertThat(settings("approve", TestSettings.of(configured)))
        .isEqualTo(
            new TimedSettings(
                "approval",
                "Approvals",
                Map.of("region", "eu", "zone", "a,b"),
                new Distribution(
                    true,
                    List.of(0.5, 0.9),
                    List.of(Duration.ofMillis(100), Duration.ofSeconds(2)),
                    new Distribution.Range(null, null)),
                true,
                7));
  }

  @Test
  void microProfilesKeysHoldForATimersName() {
    configured.put("mp.metrics.distribution.percentiles", "invoice.*=0.9;invoice.find=");
    configured.put(
        "mp.metrics.distribution.percentiles-histogram.enabled", "*=true;invoice.p*=false");
    configured.put("mp.metrics.distribution.timer.buckets", "invoice.print=100,2s,1m; a=1h ");
    configured.put("mp.metrics.distribution.timer.min-value", "invoice.search=5ms");
    configured.put("mp.metrics.distribution.timer.max-value", "*=2s;invoice.search=1s");
    Settings settings = TestSettings.of(configured);

    assertThat(settings("pay", settings).distribution().percentiles()).containsExactly(0.9);
    assertThat(settings("pay", settings).distribution().histogram()).isFalse();
    assertThat(settings("find", settings).distribution().percentiles()).isEmpty();
    assertThat(settings("approve", settings).distribution().histogram()).isTrue();
    assertThat(settings("print", settings).distribution().objectives())
        .containsExactly(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofMinutes(1));
    assertThat(settings("search", settings).distribution().range())
        .isEqualTo(new Distribution.Range(Duration.ofMillis(5), Duration.ofSeconds(1)));
  }

  @Test
  void theMethodsOwnKeyWinsOverMicroProfiles() {
    configured.put("mp.metrics.distribution.percentiles", "*=0.9");
    configure("find/Timed/percentiles", "none");

    assertThat(settings("find", TestSettings.of(configured)).distribution().percentiles())
        .isEmpty();
  }

  @Test
  void whatMicroProfilesKeysCannotMeanIsWarnedOf() {
    configured.put("mp.metrics.distribution.percentiles", "a=0.9;b=nine;c");
    configured.put("mp.metrics.distribution.timer.buckets", "a=fast");
    Settings settings = TestSettings.of(configured);

    assertThat(DistributionKeys.read(settings).percentiles("a")).contains(List.of(0.9));
    assertThat(settings.problems()).isEmpty();
    assertThat(settings.warnings())
        .extracting(Problem::where, Problem::found)
        .containsExactly(
            tuple("mp.metrics.distribution.percentiles", "b=nine"),
            tuple("mp.metrics.distribution.percentiles", "c"),
            tuple("mp.metrics.distribution.timer.buckets", "a=fast"));
  }

  @Test
  void wrongMembersAreProblems() {
    Settings settings = TestSettings.of(configured);
    observeAll(Wrong.class, settings);

    String wrong = " of " + Wrong.class.getName() + ".";
    assertThat(settings.problems())
        .extracting(problem -> problem.where().replace(wrong, " ") + " = " + problem.found())
        .containsExactlyInAnyOrder(
            "@Timed(name) name = sereno.secret",
            "@Timed(name) machines = jvm.gc.pause",
            "@Timed(tags) taken = outcome=mine",
            "@Timed(tags) alone = alone",
            "@Timed(percentiles) percentiles = 1.5",
            "@Timed(objectives) objectives = soon",
            "@Timed(objectives) objectives = 0s",
            "@Timed(maxQueries) maxQueries = -2");
  }

  @Test
  void wrongOverridesAreProblems() {
    configure("approve/Timed/percentiles", "0.5,2");
    configure("approve/Timed/objectives", "soon");
    configure("approve/Timed/maxQueries", "many");
    configure("approve/Timed/tags", "a");
    configure("approve/Timed/histogram", "perhaps");
    configure("approve/Timed/longTask", "perhaps");
    configure("approve/Timed/name", "1.2");
    Settings settings = TestSettings.of(configured);
    settings("approve", settings);

    assertThat(settings.problems())
        .extracting(problem -> problem.where().replaceFirst(".*/", ""))
        .containsExactlyInAnyOrder(
            "name", "tags", "histogram", "percentiles", "objectives", "longTask", "maxQueries");
  }

  @Test
  void percentilesBesideBucketsAreWarnedOf() {
    configure("search/Timed/percentiles", "0.5");
    Settings settings = TestSettings.of(configured);
    settings("search", settings);

    assertThat(settings.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            Invoices.class.getName()
                + "/search/Timed/percentiles = \"[0.5]\": leave them out, or histogram and"
                + " objectives: Prometheus is not shown both");
  }

  @Test
  void aBudgetWhereNobodyCountsIsWarnedOf() {
    configure("approve/Timed/maxQueries", "7");
    Settings settings = TestSettings.of(configured);
    methods(settings, false).observe(method(Invoices.class, "approve"), settings);

    assertThat(settings.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            Invoices.class.getName()
                + "/approve/Timed/maxQueries = \"7\": set sereno.statements.enabled=true, or leave it"
                + " out: nobody counts statements");
  }

  @Test
  void overloadsHaveEachABudget() throws Exception {
    Budgets budgets = new Budgets();
    budgets.start(getClass().getClassLoader());
    Settings settings = TestSettings.of(Map.of());
    TimedMethods methods = methods(settings, new QueryBudgets(figures, budgets, true));
    try {
      for (Class<?>[] parameters : List.of(new Class<?>[] {}, new Class<?>[] {int.class})) {
        CallObserver observer =
            methods.observe(
                new BeanMethod(
                    Overloads.class, Overloads.class.getDeclaredMethod("read", parameters)),
                settings);
        observer.begun(call);
        for (int i = 0; i < 3 + parameters.length; i++) {
          StatementCount.current().add(1);
        }
        observer.succeeded(call, 1, null);
      }

      assertThatThrownBy(Budgets::assertKept)
          .hasMessage(
              """
              budgets of SQL statements exceeded:
                %1$s.read() may need 1 and needed 3
                %1$s.read(int) may need 2 and needed 4"""
                  .formatted(Overloads.class.getName()));
    } finally {
      budgets.stop();
    }
  }

  @Test
  void overloadsShareATimerWithoutBeingRegisteredTwice() throws Exception {
    List<String> warnings = new ArrayList<>();
    Handler warned =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            warnings.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger micrometer = Logger.getLogger("io.micrometer");
    micrometer.addHandler(warned);
    Settings settings = TestSettings.of(Map.of());
    TimedMethods methods = methods(settings);
    try {
      for (Class<?>[] parameters : List.of(new Class<?>[] {}, new Class<?>[] {int.class})) {
        Method overload = Twice.class.getDeclaredMethod("read", parameters);
        methods.observe(new BeanMethod(Twice.class, overload), settings).succeeded(call, 1, null);
      }
    } finally {
      micrometer.removeHandler(warned);
    }

    assertThat(registry.get("method.timed").tag("outcome", "success").functionTimer().count())
        .isEqualTo(2);
    assertThat(warnings).isEmpty();
  }

  static class Twice {
    @Timed
    public void read() {}

    @Timed
    public void read(int one) {}
  }

  static class Overloads {
    @Timed(maxQueries = 1)
    public void read() {}

    @Timed(maxQueries = 2)
    public void read(int one) {}
  }

  @Test
  void aSlowRegistryHoldsUpNoOtherTimer() throws Exception {
    CountDownLatch making = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    meanwhile(
        failureOf(IllegalStateException.class),
        () -> {
          making.countDown();
          Waiting.until(released);
        });
    CallObserver observer = observer("approve");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> slow = threads.submit(() -> fail(observer, new IllegalStateException()));
      Waiting.until(making);
      threads.submit(() -> fail(observer, new IllegalArgumentException())).get(5, TimeUnit.SECONDS);

      assertThat(slow.isDone()).isFalse();
      released.countDown();
      slow.get(5, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
    assertThat(calls(IllegalStateException.class.getName())).isEqualTo(1);
    assertThat(calls(IllegalArgumentException.class.getName())).isEqualTo(1);
  }

  @Test
  void twoWhoMakeTheSameTimerAtOnceCountInOne() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    meanwhile(
        failureOf(IllegalStateException.class),
        () -> {
          both.countDown();
          Waiting.until(both);
        });
    Settings settings = TestSettings.of(Map.of());
    TimedMethods methods = methods(settings);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        CallObserver own = methods.observe(method(Invoices.class, "approve"), settings);
        calls.add(threads.submit(() -> fail(own, new IllegalStateException())));
      }
      for (Future<?> call : calls) {
        call.get(10, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(calls(IllegalStateException.class.getName())).isEqualTo(2);
  }

  /** Types that come while others are being made have taken no series that nobody remembers. */
  @Test
  void typesThatComeAtOnceAreNoMoreThanThereMayBe() throws Exception {
    List<RuntimeException> failures =
        List.of(
            new ArithmeticException(),
            new ArrayStoreException(),
            new ClassCastException(),
            new ConcurrentModificationException(),
            new DateTimeException("expected by a test"),
            new EmptyStackException(),
            new EnumConstantNotPresentException(Interest.class, "expected by a test"),
            new IllegalArgumentException(),
            new IllegalCallerException(),
            new IllegalMonitorStateException(),
            new IllegalStateException(),
            new IndexOutOfBoundsException(),
            new InputMismatchException(),
            new LayerInstantiationException(),
            new MissingResourceException("expected by a test", "a", "b"),
            new NegativeArraySizeException(),
            new NoSuchElementException(),
            new NullPointerException(),
            new NumberFormatException(),
            new SecurityException());
    int most = failures.size();
    CountDownLatch making = new CountDownLatch(most);
    CountDownLatch released = new CountDownLatch(1);
    Set<String> types =
        failures.stream().map(failure -> failure.getClass().getName()).collect(Collectors.toSet());
    meanwhile(
        id -> types.contains(String.valueOf(id.getTag("error.type"))),
        () -> {
          making.countDown();
          Waiting.until(released);
        });
    CallObserver observer = observer("approve");
    ExecutorService threads = Executors.newFixedThreadPool(most);
    try {
      List<Future<?>> calls = new ArrayList<>();
      failures.forEach(failure -> calls.add(threads.submit(() -> fail(observer, failure))));
      Waiting.until(making);
      fail(observer, new UnsupportedOperationException());
      released.countDown();
      for (Future<?> call : calls) {
        call.get(10, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    failures.forEach(failure -> fail(observer, failure));
    fail(observer, new UnsupportedOperationException());

    assertThat(lines("method_timed_seconds_count")).hasSize(1 + most + 1);
    assertThat(types).allSatisfy(type -> assertThat(calls(type)).isEqualTo(2));
    assertThat(calls("overflow")).isEqualTo(2);
  }

  /** Has this done while the registry makes such a meter. */
  private void meanwhile(Predicate<Meter.Id> which, Runnable action) {
    registry
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public Meter.Id map(Meter.Id id) {
                if (id.getName().equals("method.timed") && which.test(id)) {
                  action.run();
                }
                return id;
              }
            });
  }

  private static Predicate<Meter.Id> failureOf(Class<?> type) {
    return id -> type.getName().equals(id.getTag("error.type"));
  }

  private void fail(CallObserver observer, Throwable failure) {
    observer.failed(call, 5, failure);
  }

  private double calls(String errorType) {
    return registry.get("method.timed").tag("error.type", errorType).functionTimer().count();
  }

  @Test
  void timersOfOneNameMustBeAlike() {
    Settings settings = TestSettings.of(configured);
    TimedMethods methods = methods(settings);
    for (String method : List.of("first", "otherTags", "buckets", "same", "active", "likeActive")) {
      methods.observe(method(Clashing.class, method), settings);
    }

    String of = "@Timed(name) of " + Clashing.class.getName() + ".";
    String other = "give it another name than " + Clashing.class.getName() + ".";
    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(
            of + "otherTags = \"a_b\": " + other + "first has, or tags with the same keys: [x]",
            of
                + "buckets = \"a.b\": "
                + other
                + "first has, or buckets (histogram, objectives) to both or neither",
            of
                + "likeActive = \"c.active\": "
                + other
                + "active has, one of which shows running calls");
  }

  @Test
  void methodsThatAreNotTimedAreNotObserved() {
    assertThat(observer("list")).isSameAs(CallObserver.noop());
    configured.put("Timed/enabled", "false");
    assertThat(observer("approve")).isSameAs(CallObserver.noop());
  }

  private void observeAll(Class<?> bean, Settings settings) {
    TimedMethods methods = methods(settings);
    Arrays.stream(bean.getDeclaredMethods())
        .map(method -> new BeanMethod(bean, method))
        .forEach(method -> methods.observe(method, settings));
  }

  private List<String> lines(String start) {
    return registry.scrape().lines().filter(line -> line.startsWith(start)).toList();
  }

  private void configure(String key, String value) {
    configured.put(Invoices.class.getName() + '/' + key, value);
  }

  private static TimedSettings settings(String name, Settings settings) {
    BeanMethod method = method(Invoices.class, name);
    return TimedSettings.read(
        method.annotation(Timed.class).orElseThrow(),
        method,
        settings,
        DistributionKeys.read(settings));
  }

  private CallObserver observer(String method) {
    Settings settings = TestSettings.of(configured);
    return methods(settings).observe(method(Invoices.class, method), settings);
  }

  private TimedMethods methods(Settings settings) {
    return methods(settings, true);
  }

  private TimedMethods methods(Settings settings, boolean statements) {
    return methods(settings, new QueryBudgets(figures, new Budgets(), statements));
  }

  private TimedMethods methods(Settings settings, QueryBudgets budgets) {
    return new TimedMethods(registry, budgets, DistributionKeys.read(settings), figures.failures());
  }

  private static BeanMethod method(Class<?> bean, String name) {
    Method found =
        Arrays.stream(bean.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return new BeanMethod(bean, found);
  }
}

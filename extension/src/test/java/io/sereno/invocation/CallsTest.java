package io.sereno.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.FakeCall;
import io.sereno.figures.Figure;
import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallsTest {

  static class Bean implements View {
    @Override
    public void work() {}

    public void rest() {}
  }

  interface View {
    void work();
  }

  static final class ContainersSubclass extends Bean {}

  private final FakeCall call = new FakeCall();
  private final List<String> told = new ArrayList<>();
  private final Figures figures = new Figures();
  private final Settings settings = TestSettings.of(Map.of());

  private final Calls calls =
      new Calls(List.of(telling("first"), telling("second")), figures.failures());

  @Test
  void watchesOnlyWhatSomebodyObserves() throws Exception {
    assertThat(calls.watch(method("work"), settings)).isTrue();
    assertThat(calls.watch(method("rest"), settings)).isFalse();
  }

  @Test
  void tellsAllObserversInOrder() throws Exception {
    calls.watch(method("work"), settings);

    CallObserver observer = calls.observer(Bean.class, Bean.class.getMethod("work"));
    observer.begun(call);
    observer.succeeded(call, 5, "done");
    observer.failed(call, 6, new IllegalStateException("expected by a test"));

    assertThat(told)
        .containsExactly(
            "first begun",
            "second begun",
            "first succeeded 5 done",
            "second succeeded 5 done",
            "first failed 6 expected by a test",
            "second failed 6 expected by a test");
  }

  @Test
  void findsThePlanBehindASubclassAndAnInterface() throws Exception {
    calls.watch(method("work"), settings);
    CallObserver planned = calls.observer(Bean.class, Bean.class.getMethod("work"));

    assertThat(calls.observer(ContainersSubclass.class, Bean.class.getMethod("work")))
        .isSameAs(planned);
    assertThat(calls.observer(ContainersSubclass.class, View.class.getMethod("work")))
        .isSameAs(planned);
    assertThat(calls.observer(ContainersSubclass.class, Bean.class.getMethod("rest")))
        .isSameAs(CallObserver.noop());
    assertThat(calls.observer(String.class, String.class.getMethod("length")))
        .isSameAs(CallObserver.noop());
  }

  @Test
  void remembersWhatAContainerNames() throws Exception {
    calls.watch(method("work"), settings);
    Method work = Bean.class.getMethod("work");
    BeanCalls bean = calls.of(ContainersSubclass.class);

    assertThat(bean.observer(work)).isSameAs(calls.observer(Bean.class, work));
    assertThat(bean.observer(work)).isSameAs(calls.observer(Bean.class, work));
    assertThat(bean.observer(Bean.class.getMethod("rest"))).isSameAs(CallObserver.noop());
    for (int i = 0; i < 300; i++) { // each is an object of its own
      assertThat(bean.observer(View.class.getMethod("work")))
          .isSameAs(calls.observer(Bean.class, work));
    }
    assertThat(calls.of(ContainersSubclass.class)).isSameAs(bean);
    assertThat(bean.isOf(Bean.class)).isFalse();
  }

  @Test
  void remembersEachOfManyMethods() {
    List<Method> methods = List.of(StringBuilder.class.getMethods()); // with many of one name
    List<String> observed = new ArrayList<>();
    CallObserver.Factory each =
        (method, s) -> {
          observed.add(method.method().toString());
          return new TellingObserver(method.method().toString(), told);
        };
    Calls many = new Calls(List.of(each), figures.failures());
    methods.forEach(method -> many.watch(new BeanMethod(StringBuilder.class, method), settings));
    BeanCalls bean = many.of(StringBuilder.class);

    for (int round = 0; round < 3; round++) {
      told.clear();
      methods.forEach(method -> bean.observer(method).begun(call));
      assertThat(told)
          .containsExactlyElementsOf(observed.stream().map(name -> name + " begun").toList());
    }
  }

  @Test
  void keepsAnObserversFailureToItself() throws Exception {
    List<Figure> seen = new ArrayList<>();
    figures.forEach(seen::add);
    CallObserver.Factory failing = (method, s) -> new FailingObserver();
    Calls guarded = new Calls(List.of(failing, telling("second")), figures.failures());
    guarded.watch(method("work"), settings);

    CallObserver observer = guarded.observer(Bean.class, Bean.class.getMethod("work"));
    assertThat(observer.begun(call)).isEqualTo(Interest.ALL);
    observer.succeeded(call, 5, "done");
    observer.failed(call, 6, new IllegalStateException("expected by a test"));

    assertThat(told)
        .containsExactly(
            "second begun", "second succeeded 5 done", "second failed 6 expected by a test");
    assertThat(seen).extracting(Figure::tags).contains(Map.of("feature", "invocation"));
  }

  @Test
  void whatTheJvmMayNotSurviveGoesOn() throws Exception {
    CallObserver.Factory dying = (method, s) -> new DyingObserver();
    Calls dead = new Calls(List.of(dying), figures.failures());
    dead.watch(method("work"), settings);
    CallObserver observer = dead.observer(Bean.class, Bean.class.getMethod("work"));

    assertThatThrownBy(() -> observer.begun(call)).isInstanceOf(InternalError.class);
  }

  @Test
  void doesWhatAnyOfTheObserversWants() {
    assertThat(Interest.NONE.and(Interest.NONE)).isEqualTo(Interest.NONE);
    assertThat(Interest.NONE.and(Interest.DURATION)).isEqualTo(Interest.DURATION);
    assertThat(Interest.ENCLOSING.and(Interest.NONE)).isEqualTo(Interest.ENCLOSING);
    assertThat(Interest.ENCLOSING.and(Interest.DURATION)).isEqualTo(Interest.ALL);
    assertThat(Interest.ALL.and(Interest.DURATION)).isEqualTo(Interest.ALL);
  }

  private CallObserver.Factory telling(String name) {
    return (method, s) ->
        method.method().getName().equals("work")
            ? new TellingObserver(name, told)
            : CallObserver.noop();
  }

  /** Writes down what it is told. */
  private record TellingObserver(String name, List<String> told) implements CallObserver {

    @Override
    public Interest begun(InvocationContext call) {
      told.add(name + " begun");
      return Interest.ALL;
    }

    @Override
    public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
      told.add(name + " succeeded " + nanos + ' ' + result);
    }

    @Override
    public void failed(InvocationContext call, long nanos, Throwable failure) {
      told.add(name + " failed " + nanos + ' ' + failure.getMessage());
    }
  }

  /** Fails at whatever it is told. */
  private record FailingObserver() implements CallObserver {

    @Override
    public Interest begun(InvocationContext call) {
      throw new IllegalStateException("expected by a test");
    }

    @Override
    public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
      throw new IllegalStateException("expected by a test");
    }

    @Override
    public void failed(InvocationContext call, long nanos, Throwable failure) {
      throw new AssertionError("expected by a test");
    }
  }

  /** Fails as a JVM does that may not live on. */
  private record DyingObserver() implements CallObserver {

    @Override
    public Interest begun(InvocationContext call) {
      throw new InternalError("expected by a test");
    }

    @Override
    public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {}

    @Override
    public void failed(InvocationContext call, long nanos, Throwable failure) {}
  }

  private static BeanMethod method(String name) throws NoSuchMethodException {
    return new BeanMethod(Bean.class, Bean.class.getMethod(name));
  }
}

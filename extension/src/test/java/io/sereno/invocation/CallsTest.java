package io.sereno.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.figures.Figure;
import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    calls.observer(Bean.class, Bean.class.getMethod("work")).ended(5, null);

    assertThat(told).containsExactly("first 5", "second 5");
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
  void keepsAnObserversFailureToItself() throws Exception {
    List<Figure> seen = new ArrayList<>();
    figures.forEach(seen::add);
    CallObserver.Factory failing =
        (method, s) ->
            (nanos, failure) -> {
              throw new IllegalStateException("expected by a test");
            };
    Calls guarded = new Calls(List.of(failing, telling("second")), figures.failures());
    guarded.watch(method("work"), settings);

    guarded.observer(Bean.class, Bean.class.getMethod("work")).ended(5, null);

    assertThat(told).containsExactly("second 5");
    assertThat(seen).extracting(Figure::tags).contains(Map.of("feature", "invocation"));
  }

  private CallObserver.Factory telling(String name) {
    return (method, s) ->
        method.method().getName().equals("work")
            ? (nanos, failure) -> told.add(name + ' ' + nanos)
            : CallObserver.noop();
  }

  private static BeanMethod method(String name) throws NoSuchMethodException {
    return new BeanMethod(Bean.class, Bean.class.getMethod(name));
  }
}

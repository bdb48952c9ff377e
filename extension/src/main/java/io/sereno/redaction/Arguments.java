package io.sereno.redaction;

import io.sereno.Sensitive.Keep;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the arguments of one method are shown: {@code id=42, answer=***}. Worked out once. */
public final class Arguments {

  private final Redactor redactor;
  private final List<Slot> slots;

  private Arguments(Redactor redactor, List<Slot> slots) {
    this.redactor = redactor;
    this.slots = List.copyOf(slots);
  }

  public static Arguments of(Method method, Redactor redactor) {
    return new Arguments(
        redactor,
        Arrays.stream(method.getParameters())
            .map(parameter -> Slot.of(parameter, redactor))
            .toList());
  }

  /**
   * The arguments by name, bounded; empty for none.
   *
   * @param arguments null as well for none: Payara says so of an EJB's method
   */
  public String show(Object @Nullable [] arguments) {
    if (arguments == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(arguments.length, slots.size()); i++) {
      Slot slot = slots.get(i);
      text.append(i == 0 ? "" : ", ").append(slot.name).append('=');
      if (slot.keep == null) {
        redactor.show(arguments[i], text, 0);
      } else {
        text.append(Redactor.mask(arguments[i], slot.keep));
      }
    }
    return Redactor.bounded(text);
  }

  /**
   * A parameter.
   *
   * @param keep what may be kept of its value if that is a secret; null if it is none
   */
  private record Slot(String name, @Nullable Keep keep) {

    static Slot of(Parameter parameter, Redactor redactor) {
      return new Slot(
          parameter.getName(), redactor.keep(parameter, parameter.getName(), parameter.getType()));
    }
  }
}

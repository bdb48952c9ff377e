package io.sereno.redaction;

import io.sereno.Sensitive.Keep;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the arguments of one method are shown: {@code id=42, answer=***}. Where the compiler has kept
 * no names, it cannot be known which of them are secret, and only their types are shown. Worked out
 * once.
 */
public final class Arguments {

  /** What to do about {@linkplain #canBeShown arguments that cannot be shown}. */
  public static final String REMEDY = "compile with -parameters: without, only types are shown";

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
      text.append(i == 0 ? "" : ", ").append(slot.name);
      if (slot.isNamed) {
        show(arguments[i], slot.keep, text.append('='));
      }
    }
    return Redactor.bounded(text);
  }

  private void show(@Nullable Object argument, @Nullable Keep keep, StringBuilder text) {
    if (keep == null) {
      redactor.show(argument, text, 0);
    } else {
      text.append(Redactor.mask(argument, keep));
    }
  }

  /** Whether the arguments of a method can be shown: only with their names. */
  public static boolean canBeShown(Method method) {
    return Arrays.stream(method.getParameters()).allMatch(Parameter::isNamePresent);
  }

  /**
   * A parameter.
   *
   * @param name its own, or that of its type
   * @param keep what may be kept of its value if that is a secret; null if it is none
   */
  private record Slot(String name, boolean isNamed, @Nullable Keep keep) {

    static Slot of(Parameter parameter, Redactor redactor) {
      boolean named = parameter.isNamePresent();
      return new Slot(
          named ? parameter.getName() : parameter.getType().getSimpleName(),
          named,
          redactor.keep(parameter, parameter.getName(), parameter.getType()));
    }
  }
}

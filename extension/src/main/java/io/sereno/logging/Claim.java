package io.sereno.logging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * What one application asks of one logger, and how that logger was before any application asked.
 *
 * <p>It travels between applications with classes of their own as an array of the JDK's types. What
 * has another form, of another version for one, is as good as not there.
 *
 * @param asked the level the application wants
 * @param before the logger's own level before, null if it had none
 * @param found the level that held for the logger before, its own or one from above
 * @param taken of the root alone: the handlers that were taken from it; empty if they were not
 */
record Claim(Level asked, @Nullable Level before, Level found, Optional<List<Handler>> taken) {

  private static final int ASKED = 0;
  private static final int BEFORE = 1;
  private static final int FOUND = 2;
  private static final int TAKEN = 3;
  private static final int LENGTH = 4;

  Claim {
    taken = taken.map(List::copyOf);
  }

  /** As it travels. */
  @Nullable Object[] written() {
    @Nullable Object[] written = new @Nullable Object[LENGTH];
    written[ASKED] = asked;
    written[BEFORE] = before;
    written[FOUND] = found;
    written[TAKEN] = taken.orElse(null);
    return written;
  }

  static Optional<Claim> read(@Nullable Object written) {
    if (written instanceof Object[] parts
        && parts.length == LENGTH
        && parts[ASKED] instanceof Level asked
        && (parts[BEFORE] == null || parts[BEFORE] instanceof Level)
        && parts[FOUND] instanceof Level found
        && (parts[TAKEN] == null || isHandlers(parts[TAKEN]))) {
      return Optional.of(
          new Claim(
              asked,
              (Level) parts[BEFORE],
              found,
              Optional.ofNullable(parts[TAKEN]).map(Claim::handlers)));
    }
    return Optional.empty();
  }

  private static boolean isHandlers(Object part) {
    return part instanceof List<?> list && list.stream().allMatch(Handler.class::isInstance);
  }

  private static List<Handler> handlers(Object part) {
    return ((List<?>) part).stream().map(Handler.class::cast).toList();
  }

  /**
   * Whether a claim on the root, as it travels, took its handlers; cheap enough for each record.
   */
  static boolean tookHandlers(@Nullable Object written) {
    return written instanceof Object[] parts && parts.length == LENGTH && parts[TAKEN] != null;
  }

  Claim asking(Level level) {
    return new Claim(level, before, found, taken);
  }

  Claim taking(List<Handler> handlers) {
    return new Claim(asked, before, found, Optional.of(handlers));
  }

  /**
   * The claims of the application that a handler stands for, by logger; null if it stands for none.
   */
  @SuppressWarnings("unchecked") // what is in it is looked at piece by piece
  static @Nullable Map<String, Object> of(Handler handler) {
    return handler instanceof Supplier<?> supplier
            && handler.getClass().getName().equals(ApplicationHandler.class.getName())
            && supplier.get() instanceof Map<?, ?> claims
        ? (Map<String, Object>) claims
        : null;
  }
}

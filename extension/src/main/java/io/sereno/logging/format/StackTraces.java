package io.sereno.logging.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stack traces as text, causes and suppressed exceptions included, up to a length, in the form of
 * {@link Throwable#printStackTrace()}, or with the root cause first. Each message, and each frame,
 * is one line. Threads: any.
 */
final class StackTraces {

  private static final StackTraceElement[] NO_FRAMES = {};

  private final StackTraceSettings settings;

  StackTraces(StackTraceSettings settings) {
    this.settings = settings;
  }

  String of(Throwable thrown) {
    return new Print(settings).print(thrown);
  }

  @Nullable String hash(Throwable thrown) {
    return settings.hash() ? StackHash.of(thrown) : null;
  }

  /** One exception on its way to text. */
  private static final class Print {

    private final StackTraceSettings settings;
    private final StringBuilder text = new StringBuilder(1_024);
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Print(StackTraceSettings settings) {
      this.settings = settings;
    }

    String print(Throwable thrown) {
      boolean whole = true;
      try {
        if (settings.rootFirst()) {
          rootFirst(thrown);
        } else {
          chain(thrown, NO_FRAMES, "", "");
        }
      } catch (StackOverflowError e) { // suppressed exceptions, thousands deep
        whole = false;
      }
      if (!whole || isFull()) {
        cut(Math.max(0, settings.longest() - Cuts.MARK.length()));
      }
      return text.toString();
    }

    private void rootFirst(Throwable thrown) {
      List<Throwable> causes = causes(thrown);
      for (int i = causes.size() - 1; i >= 0 && !isFull(); i--) {
        Throwable t = causes.get(i);
        seen.add(t);
        line(i == causes.size() - 1 ? "" : "Wrapped by: ", Foreign.description(t));
        StackTraceElement[] own = Foreign.frames(t);
        ownFrames(own, i == 0 ? NO_FRAMES : Foreign.frames(causes.get(i - 1)), "");
        suppressed(t, own, "");
      }
    }

    /** The exception and its causes, as many as could be shown, each once. */
    private List<Throwable> causes(Throwable thrown) {
      Set<Throwable> causes = Collections.newSetFromMap(new IdentityHashMap<>());
      List<Throwable> ordered = new ArrayList<>();
      for (Throwable t = thrown;
          t != null && causes.add(t) && ordered.size() < settings.longest();
          t = Foreign.cause(t)) {
        ordered.add(t);
      }
      return ordered;
    }

    private void chain(
        Throwable first, StackTraceElement[] enclosing, String caption, String indent) {
      StackTraceElement[] around = enclosing;
      String start = indent + caption;
      for (Throwable t = first; t != null && !isFull(); t = Foreign.cause(t)) {
        if (!seen.add(t)) {
          line(start, "[CIRCULAR REFERENCE: " + Foreign.description(t) + "]");
          return;
        }
        line(start, Foreign.description(t));
        StackTraceElement[] own = Foreign.frames(t);
        ownFrames(own, around, indent);
        suppressed(t, own, indent);
        around = own;
        start = indent + "Caused by: ";
      }
    }

    private void suppressed(Throwable thrown, StackTraceElement[] own, String indent) {
      for (Throwable suppressed : thrown.getSuppressed()) {
        chain(suppressed, own, "Suppressed: ", indent + '\t');
      }
    }

    /** Those that the enclosing trace does not have at its end. */
    private void ownFrames(StackTraceElement[] own, StackTraceElement[] enclosing, String indent) {
      int last = own.length - 1;
      for (int i = enclosing.length - 1; i >= 0 && last >= 0; i--, last--) {
        if (!own[last].equals(enclosing[i])) {
          break;
        }
      }
      int shown = Math.min(last + 1, settings.frames());
      for (int i = 0; i < shown && !isFull(); i++) {
        line(indent + "\tat ", own[i].toString());
      }
      if (shown <= last) {
        line(indent + "\t... ", last + 1 - shown + " frames omitted");
      }
      if (last < own.length - 1) {
        line(indent + "\t... ", own.length - 1 - last + " more");
      }
    }

    private void cut(int length) {
      text.setLength(length);
      if (length > 0 && Character.isHighSurrogate(text.charAt(length - 1))) {
        text.setLength(length - 1);
      }
      text.append(Cuts.MARK);
    }

    private boolean isFull() {
      return text.length() > settings.longest();
    }

    private void line(String start, String content) {
      int room = Math.max(0, settings.longest() + 1 - text.length());
      String readable =
          Characters.readable(content.length() <= room ? content : content.substring(0, room));
      text.append(start).append(readable).append('\n');
    }
  }
}

package io.sereno.logging.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Stack traces, causes and suppressed exceptions included, up to a length in bytes, in the form of
 * {@link Throwable#printStackTrace()}, or with the root cause first. Each message, and each frame,
 * is one line. Threads: any.
 */
final class StackTraces {

  private static final StackTraceElement[] NO_FRAMES = {};

  private final StackTraceSettings settings;

  StackTraces(StackTraceSettings settings) {
    this.settings = settings;
  }

  boolean hashes() {
    return settings.hash();
  }

  /** Prints one trace after another to the same place. */
  Printer to(TraceOut out) {
    return new Printer(settings, out);
  }

  /** Prints one exception after another. One thread. */
  static final class Printer {

    private final StackTraceSettings settings;
    private final TraceOut out;
    private Set<Throwable> seen = Set.of();

    private Printer(StackTraceSettings settings, TraceOut out) {
      this.settings = settings;
      this.out = out;
    }

    /** Prints a trace; false if it was cut. */
    boolean print(Throwable thrown) {
      boolean whole = true;
      try {
        if (settings.rootFirst()) {
          rootFirst(thrown);
        } else {
          chain(thrown, NO_FRAMES, "", "");
        }
      } catch (StackOverflowError e) { // suppressed exceptions, thousands deep
        whole = false;
      } finally {
        seen = Set.of();
      }
      if (whole && !isFull()) {
        return true;
      }
      out.cut(settings.longest());
      return false;
    }

    private void rootFirst(Throwable thrown) {
      List<Throwable> causes = causes(thrown);
      for (int i = causes.size() - 1; i >= 0 && !isFull(); i--) {
        Throwable t = causes.get(i);
        isNew(t);
        description(i == causes.size() - 1 ? "" : "Wrapped by: ", t);
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
      String start = caption;
      for (Throwable t = first; t != null && !isFull(); ) {
        Throwable cause = Foreign.cause(t);
        Throwable[] suppressed = t.getSuppressed();
        out.words(indent);
        if ((cause != null || suppressed.length > 0 || !seen.isEmpty()) && !isNew(t)) {
          out.words(start);
          out.words("[CIRCULAR REFERENCE: ");
          said(t);
          out.words("]\n");
          return;
        }
        description(start, t);
        StackTraceElement[] own = Foreign.frames(t);
        ownFrames(own, around, indent);
        suppressed(suppressed, own, indent);
        around = own;
        start = "Caused by: ";
        t = cause;
      }
    }

    private boolean isNew(Throwable thrown) {
      seen = seen.isEmpty() ? Collections.newSetFromMap(new IdentityHashMap<>()) : seen;
      return seen.add(thrown);
    }

    private void suppressed(Throwable thrown, StackTraceElement[] own, String indent) {
      suppressed(thrown.getSuppressed(), own, indent);
    }

    private void suppressed(Throwable[] all, StackTraceElement[] own, String indent) {
      for (Throwable suppressed : all) {
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
        out.words(indent);
        out.frame(own[i]);
      }
      if (shown <= last) {
        more(indent, last + 1 - shown, " frames omitted\n");
      }
      if (last < own.length - 1) {
        more(indent, own.length - 1 - last, " more\n");
      }
    }

    private void more(String indent, int frames, String what) {
      out.words(indent);
      out.words("\t... ");
      out.words(String.valueOf(frames));
      out.words(what);
    }

    private boolean isFull() {
      return out.length() > settings.longest();
    }

    private void description(String start, Throwable thrown) {
      out.words(start);
      said(thrown);
      out.words("\n");
    }

    private void said(Throwable thrown) {
      out.name(thrown.getClass().getName());
      String text = Foreign.description(thrown);
      if (!text.isEmpty()) {
        out.words(": ");
        out.said(text, settings.longest());
      }
    }
  }
}

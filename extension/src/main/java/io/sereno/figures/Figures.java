package io.sereno.figures;

import io.sereno.figures.Figure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * All figures of one application. Features add theirs; whoever shows them asks with {@link
 * #forEach}. Threads: any.
 */
public final class Figures {

  private final List<Figure> figures = new ArrayList<>();
  private final List<Consumer<Figure>> readers = new ArrayList<>();
  private final Failures failures = new Failures(this);

  /** Where features report what went wrong in themselves. */
  public Failures failures() {
    return failures;
  }

  /** A new counter, at zero. A name with the same tags is asked for once. */
  public LongAdder counter(String name, String description, Map<String, String> tags) {
    LongAdder counter = new LongAdder();
    counter(name, description, tags, counter);
    return counter;
  }

  /** A counter that somebody counts with already. */
  public void counter(
      String name, String description, Map<String, String> tags, LongAdder counter) {
    add(new Figure(name, description, tags, Kind.COUNTER, counter::sum));
  }

  /** A value that goes up and down, read when somebody looks. */
  public void gauge(String name, String description, Map<String, String> tags, LongSupplier value) {
    add(new Figure(name, description, tags, Kind.GAUGE, value));
  }

  /** Hands over every figure, those there are and those to come. */
  public void forEach(Consumer<Figure> reader) {
    List<Figure> known;
    synchronized (figures) {
      readers.add(reader);
      known = List.copyOf(figures);
    }
    known.forEach(reader);
  }

  private void add(Figure figure) {
    List<Consumer<Figure>> told;
    synchronized (figures) {
      figures.add(figure);
      told = List.copyOf(readers);
    }
    told.forEach(reader -> reader.accept(figure));
  }
}

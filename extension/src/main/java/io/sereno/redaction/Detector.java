package io.sereno.redaction;

import java.util.List;

/**
 * Finds secrets of one kind in a text.
 *
 * <p>It is asked at places where one of its {@link #triggers()} stands: at a letter or digit only
 * where a word begins. It keeps nothing between two questions, and allocates nothing but for what
 * is encoded. What it looks at without finding anything is bounded, or lies between its trigger and
 * the one before, so that all of them together take linear time on any text. Threads: any.
 */
interface Detector {

  /** What it finds, in words for people. */
  String kind();

  /** At what it is asked: an ASCII character, or two or three where the next are known as well. */
  List<String> triggers();

  /**
   * The secret that the trigger belongs to.
   *
   * @param at where the trigger is
   * @param from where the text begins that no earlier find has taken
   * @param truncated whether the text was cut at its end
   * @return a {@link Span} that ends after {@code at}, or {@link Span#NONE}
   */
  long find(CharSequence text, int at, int from, boolean truncated);
}

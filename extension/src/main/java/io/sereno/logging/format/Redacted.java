package io.sereno.logging.format;

import io.sereno.redaction.Redactor;

/** Texts without their secrets, before they are cut. */
final class Redacted {

  /** How far beyond a cut is looked, so that a secret that crosses it is known for one. */
  private static final int BEYOND = 4_096;

  private Redacted() {}

  /**
   * The text with its secrets masked; the same one if it has none.
   *
   * @param longest how much of the text can be printed at most: not much more is looked at
   */
  static String text(Redactor redactor, String text, int longest) {
    return text.length() - BEYOND <= longest
        ? redactor.text(text)
        : redactor.text(text.substring(0, longest + BEYOND));
  }
}

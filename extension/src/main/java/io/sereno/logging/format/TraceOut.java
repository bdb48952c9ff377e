package io.sereno.logging.format;

/** Where a stack trace is printed. One thread. */
interface TraceOut {

  /** Our own words, in ASCII, with tabs and line feeds. */
  void words(String ascii);

  /** What an exception says: anything, of which no more than so much is looked at. */
  void said(String text, int longest);

  /** The name of a class. */
  void name(String name);

  /** A frame without indentation, with a tab and {@code at} before it and a line feed after it. */
  void frame(StackTraceElement frame);

  /** How many bytes have been printed. */
  int length();

  /** Cuts what has been printed to so many bytes, and says so. */
  void cut(int length);
}

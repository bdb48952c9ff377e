package io.sereno.logging.format;

import java.io.IOException;

/** Where a formatter puts a line. */
@FunctionalInterface
public interface LineTarget {

  /**
   * Takes a line whole.
   *
   * @param bytes the formatter's own, that it uses again afterwards
   * @param length of the line, its end included
   */
  void write(byte[] bytes, int length) throws IOException;
}

package io.sereno.context;

/**
 * How many bytes of a request's body have been read. One request is read by one thread at a time.
 */
final class ReadBytes {

  private long counted;
  private long announced;

  void add(long more) {
    counted += more;
  }

  /**
   * The container reads by itself, such as the parameters of a form: all of it, so far as anybody
   * can tell.
   *
   * @param length what the request says of its length, {@link EndedRequest#UNKNOWN} if nothing
   */
  void leaveToContainer(long length) {
    announced = length;
  }

  long bytes() {
    return counted > 0 ? counted : announced;
  }
}

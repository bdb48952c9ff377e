package io.sereno.context;

import org.jspecify.annotations.Nullable;

/** Has none. */
final class NoCurrentSpan implements CurrentSpan {

  @Override
  public @Nullable String traceId() {
    return null;
  }

  @Override
  public boolean isLeftOver() {
    return false;
  }

  @Override
  public String spanId() {
    return "";
  }
}

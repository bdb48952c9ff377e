package io.sereno.redaction;

import java.util.List;

/** Redaction as an application has it, or switched off. */
public final class BenchmarkRedaction {

  private BenchmarkRedaction() {}

  public static Redactor redactor(boolean enabled) {
    return new Redactor(new RedactionSettings(enabled, List.of(), List.of(), false, List.of()));
  }
}

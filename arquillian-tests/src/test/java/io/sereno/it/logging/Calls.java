package io.sereno.it.logging;

import io.sereno.Logged;
import io.sereno.Severity;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
@Logged
public class Calls {

  public String succeed() {
    return "done";
  }

  @Logged(Severity.WARNING)
  public String warn() {
    return "done, with a warning";
  }

  public String fail() {
    throw new IllegalStateException("expected by a test");
  }
}

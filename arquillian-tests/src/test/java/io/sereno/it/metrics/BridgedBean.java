package io.sereno.it.metrics;

import io.sereno.Timed;
import io.sereno.it.OwnWar;
import jakarta.enterprise.context.ApplicationScoped;

/** Timed. */
@OwnWar
@ApplicationScoped
public class BridgedBean {

  @Timed
  public String work() {
    return "worked";
  }

  @Timed(
      name = "it.bridged",
      objectives = {"1s"},
      percentiles = {0.5},
      longTask = true)
  public void export() {}
}

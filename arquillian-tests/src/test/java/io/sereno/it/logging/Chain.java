package io.sereno.it.logging;

import io.sereno.Logged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
@Logged
public class Chain {

  @Inject Calls calls;
  @Inject ChainEjb ejb;

  public String second() {
    return calls.fail();
  }

  public String throughEjb() {
    return ejb.first();
  }
}

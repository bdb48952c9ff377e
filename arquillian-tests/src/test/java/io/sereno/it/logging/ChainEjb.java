package io.sereno.it.logging;

import io.sereno.Logged;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

@Stateless
@Logged
public class ChainEjb {

  @Inject Chain chain;

  public String first() {
    return chain.second();
  }
}

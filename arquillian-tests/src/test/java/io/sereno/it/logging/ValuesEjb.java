package io.sereno.it.logging;

import io.sereno.Logged;
import jakarta.ejb.Stateless;

@Stateless
@Logged(arguments = true, result = true)
public class ValuesEjb {

  public String greet(String name, int[] times) {
    return "{0} " + name;
  }

  public void nothing() {}
}

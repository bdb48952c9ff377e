package io.sereno.it.logging;

import io.sereno.Audited;
import io.sereno.Logged;
import io.sereno.Timed;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

@SessionScoped
@Logged
@Timed
@Audited
public class Wallet implements Serializable {

  private static final long serialVersionUID = 1L;

  private int coins;

  public int put(int more) {
    coins += more;
    return coins;
  }
}

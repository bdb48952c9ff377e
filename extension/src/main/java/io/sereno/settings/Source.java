package io.sereno.settings;

import java.util.Optional;
import java.util.Set;

/** Where the values of settings come from. */
public interface Source {

  /**
   * The value of a key, with its expressions resolved; empty if there is none.
   *
   * @throws IllegalArgumentException if there is one that cannot be resolved; the message says why
   */
  Optional<String> value(String key);

  /** Every name that has a value, the names of environment variables among them. */
  Set<String> names();

  /** The names that somebody has written down: all but those that the environment has. */
  Set<String> declaredNames();
}

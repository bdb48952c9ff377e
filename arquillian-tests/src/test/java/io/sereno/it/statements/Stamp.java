package io.sereno.it.statements;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** In the second-level cache, unlike {@link Shelf}. */
@Entity
@Cacheable
public class Stamp {

  @Id private int id;

  protected Stamp() {}

  Stamp(int id) {
    this.id = id;
  }
}

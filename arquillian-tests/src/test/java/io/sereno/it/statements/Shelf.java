package io.sereno.it.statements;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Cacheable(false)
public class Shelf {

  @Id private int id;

  @Column(unique = true)
  private String label;

  protected Shelf() {}

  Shelf(int id, String label) {
    this.id = id;
    this.label = label;
  }

  int id() {
    return id;
  }
}

package io.sereno.statements;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity of the tests. */
@Entity
@Cacheable
public class Parcel {

  @Id private int id;

  @Column(unique = true)
  private String label = "";

  protected Parcel() {}

  public Parcel(int id, String label) {
    this.id = id;
    this.label = label;
  }

  public int id() {
    return id;
  }

  public void label(String text) {
    label = text;
  }
}

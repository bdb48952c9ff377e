package io.sereno.it.logging;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Parcel {

  @Id private long number;

  @ManyToOne(fetch = FetchType.LAZY)
  private Carrier carrier;

  protected Parcel() {}

  Parcel(long number, Carrier carrier) {
    this.number = number;
    this.carrier = carrier;
  }

  public Carrier getCarrier() {
    return carrier;
  }

  @Override
  public String toString() {
    return number + " with " + carrier.getParcels(); // what a line must never ask for
  }
}

package io.sereno.it.logging;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Carrier {

  @Id private long id;

  @OneToMany(mappedBy = "carrier")
  private List<Parcel> parcels = new ArrayList<>();

  protected Carrier() {}

  Carrier(long id) {
    this.id = id;
  }

  public List<Parcel> getParcels() {
    return parcels;
  }
}

package io.sereno.it.logging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

@ApplicationScoped
@Transactional
public class Parcels {

  @PersistenceContext private EntityManager entities;

  @Inject Values values;

  public void fill() {
    if (entities.find(Carrier.class, 7L) == null) {
      Carrier carrier = new Carrier(7);
      entities.persist(carrier);
      entities.persist(new Carrier(8));
      entities.persist(new Parcel(42, carrier));
    }
  }

  /**
   * Has entities logged of which nothing else was loaded.
   *
   * @return what is loaded after it, and once it was asked for
   */
  public String log() {
    entities.getEntityManagerFactory().getCache().evictAll();
    Parcel parcel = entities.find(Parcel.class, 42L);
    Carrier other = entities.find(Carrier.class, 8L);
    Carrier reference = entities.getReference(Carrier.class, 7L);

    values.entities(parcel, reference, other.getParcels(), Map.of("all", List.of(parcel, other)));
    String before = loaded(parcel, other);
    int parcels = parcel.getCarrier().getParcels().size() + other.getParcels().size();
    return before + ", then " + loaded(parcel, other) + " with " + parcels;
  }

  private String loaded(Parcel parcel, Carrier other) {
    PersistenceUnitUtil util = entities.getEntityManagerFactory().getPersistenceUnitUtil();
    return util.isLoaded(parcel, "carrier") + " " + util.isLoaded(other, "parcels");
  }

  /** Has a reference logged that is not loaded; EclipseLink has none such. */
  public boolean isLoadedByLogging() {
    entities.getEntityManagerFactory().getCache().evictAll();
    Carrier reference = entities.getReference(Carrier.class, 7L);
    values.reference(reference);
    return entities.getEntityManagerFactory().getPersistenceUnitUtil().isLoaded(reference);
  }
}

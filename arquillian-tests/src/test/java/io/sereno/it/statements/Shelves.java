package io.sereno.it.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

@ApplicationScoped
@Transactional
public class Shelves {

  static final int COUNT = 10;

  @PersistenceContext EntityManager entities;

  /** Anew, whatever was there. */
  public void fill() {
    entities.createQuery("delete from Shelf s").executeUpdate();
    for (int i = 0; i < COUNT; i++) {
      entities.persist(new Shelf(i, "shelf " + i));
    }
    if (entities.find(Stamp.class, 1) == null) {
      entities.persist(new Stamp(1));
    }
  }

  public int find(int id) {
    return entities.find(Shelf.class, id).id();
  }

  public List<Integer> ids() {
    return entities.createQuery("select s.id from Shelf s", Integer.class).getResultList();
  }

  public void addAnother(int id, String label) {
    entities.persist(new Shelf(id, label));
  }

  public void removeAll() {
    entities.createQuery("select s from Shelf s", Shelf.class).getResultList().stream()
        .forEach(entities::remove);
  }

  public void stamp() {
    entities.find(Stamp.class, 1);
  }
}

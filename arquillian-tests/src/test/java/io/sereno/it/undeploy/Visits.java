package io.sereno.it.undeploy;

import io.sereno.Audited;
import io.sereno.Logged;
import io.sereno.Timed;
import io.sereno.it.OwnWar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores visits, and counts them by way of a record, for {@link RedeployIT}. */
@OwnWar
@ApplicationScoped
public class Visits {

  @PersistenceContext private EntityManager entityManager;

  /** Stores a visit and tells how many there are. */
  @Logged
  @Timed
  @Audited
  @Transactional
  public int add() {
    Visit visit = new Visit();
    entityManager.persist(visit);
    Set<Entry> entries =
        entityManager
            .createQuery("select v from Visit v", Visit.class)
            .getResultStream()
            .map(Entry::new)
            .collect(Collectors.toSet());
    if (!entries.contains(new Entry(visit)) || entries.toString().isEmpty()) {
      throw new IllegalStateException("A visit was lost");
    }
    return entries.size();
  }

  /** Its {@code equals}, {@code hashCode} and {@code toString} are what the JDK remembers. */
  private record Entry(Visit visit) {}
}

package io.sereno.it.audit;

import io.sereno.Audited;
import io.sereno.Sensitive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

@ApplicationScoped
@Transactional
public class Ledgers {

  @PersistenceContext private EntityManager entities;

  @Audited("ledger.open")
  public void open(String name, @Sensitive String key) {
    entities.persist(new Ledger(name));
  }

  public void add(String name, int amount) {
    entities.find(Ledger.class, name).add(amount);
  }

  public void close(String name) {
    entities.remove(entities.find(Ledger.class, name));
  }

  @Audited("ledger.fail")
  public void openAndFail(String name) {
    entities.persist(new Ledger(name));
    entities.flush();
    throw new IllegalStateException("expected by a test");
  }
}

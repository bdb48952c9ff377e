package io.sereno.it.audit;

import io.sereno.AuditTrail;
import io.sereno.audit.jpa.AuditTrailListener;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;

@Entity
@AuditTrail
@EntityListeners(AuditTrailListener.class)
public class Ledger {

  @Id private String name;

  private int total;

  protected Ledger() {}

  Ledger(String name) {
    this.name = name;
  }

  void add(int amount) {
    total += amount;
  }
}

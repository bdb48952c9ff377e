package io.sereno.it.undeploy;

import io.sereno.AuditTrail;
import io.sereno.it.OwnWar;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@OwnWar
@Entity
@AuditTrail
public class Visit {

  @Id @GeneratedValue private Long id;
}

package com.example.invoicing;

import static java.util.Objects.requireNonNull;

import io.sereno.AuditTrail;
import io.sereno.Sensitive;
import io.sereno.audit.jpa.AuditTrailListener;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Somebody to whom invoices are written. */
@Entity
@AuditTrail
@EntityListeners(AuditTrailListener.class)
public class Customer {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
  @SequenceGenerator(name = "customer_seq", sequenceName = "customer_seq", allocationSize = 1)
  private @Nullable Long id;

  @Version private long version;

  @Column(nullable = false, length = NewCustomer.NAME_LENGTH)
  private String name;

  @Column(nullable = false, length = NewCustomer.EMAIL_LENGTH)
  private String email;

  @Sensitive
  @Column(nullable = false, length = NewCustomer.TAX_ID_LENGTH)
  private String taxId;

  @Sensitive
  @Column(nullable = false, length = NewCustomer.IBAN_LENGTH)
  private String iban;

  protected Customer() {}

  Customer(NewCustomer customer) {
    this.name = customer.name();
    this.email = customer.email();
    this.taxId = customer.taxId();
    this.iban = customer.iban();
  }

  public long getId() {
    return requireNonNull(id);
  }

  public String getName() {
    return name;
  }

  public String getEmail() {
    return email;
  }

  public String getTaxId() {
    return taxId;
  }

  public String getIban() {
    return iban;
  }
}

package com.example.invoicing;

import static java.util.Objects.requireNonNull;

import io.sereno.AuditTrail;
import io.sereno.audit.jpa.AuditTrailListener;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, which goes from {@link InvoiceStatus#DRAFT} to {@link InvoiceStatus#APPROVED} to
 * {@link InvoiceStatus#PAID} and never back.
 */
@Entity
@AuditTrail
@EntityListeners(AuditTrailListener.class)
public class Invoice {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_seq")
  @SequenceGenerator(name = "invoice_seq", sequenceName = "invoice_seq", allocationSize = 1)
  private @Nullable Long id;

  // Of two who approve at once, one is refused
  @Version private long version;

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  private Customer customer;

  @ElementCollection
  @CollectionTable(name = "invoice_line")
  @OrderColumn(name = "line_number")
  private List<InvoiceLine> lines;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 10)
  private InvoiceStatus status = InvoiceStatus.DRAFT;

  @Column(nullable = false, precision = 19, scale = 2)
  private BigDecimal total;

  protected Invoice() {}

  Invoice(Customer customer, List<InvoiceLine> lines) {
    this.customer = customer;
    this.lines = new ArrayList<>(lines);
    this.total =
        lines.stream().map(InvoiceLine::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  void approve() {
    if (status != InvoiceStatus.DRAFT) {
      throw Refusal.conflict("The invoice is " + status + ": only a DRAFT can be approved.");
    }
    status = InvoiceStatus.APPROVED;
  }

  void pay() {
    if (status != InvoiceStatus.APPROVED) {
      throw Refusal.conflict("The invoice is " + status + ": only an APPROVED one can be paid.");
    }
    status = InvoiceStatus.PAID;
  }

  public long getId() {
    return requireNonNull(id);
  }

  public Customer getCustomer() {
    return customer;
  }

  public List<InvoiceLine> getLines() {
    return List.copyOf(lines);
  }

  public InvoiceStatus getStatus() {
    return status;
  }

  public BigDecimal getTotal() {
    return total;
  }
}

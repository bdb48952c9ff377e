package com.example.invoicing;

import io.sereno.Audited;
import io.sereno.Logged;
import io.sereno.Timed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes invoices and takes them from draft to paid. */
@ApplicationScoped
@Transactional
@Timed
public class InvoiceService {

  private static final int LONGEST_LIST = 100;

  @PersistenceContext private EntityManager entities;
  @Inject private Event<InvoiceApproved> approved;

  @Logged
  @Audited("invoice.create")
  public InvoiceView create(NewInvoice invoice) {
    Customer customer = entities.find(Customer.class, invoice.customerId());
    if (customer == null) {
      throw Refusal.invalid("There is no customer " + invoice.customerId() + ".");
    }
    Invoice created =
        new Invoice(customer, invoice.lines().stream().map(InvoiceLine::new).toList());
    entities.persist(created);
    return InvoiceView.of(created);
  }

  public InvoiceView find(long id) {
    return InvoiceView.of(existing(id));
  }

  /** The latest invoices, newest first. */
  public List<InvoiceView.Summary> latest() {
    return entities
        .createQuery(
            """
            select new com.example.invoicing.InvoiceView$Summary(i.id, c.id, i.status, i.total)
            from Invoice i join i.customer c order by i.id desc""",
            InvoiceView.Summary.class)
        .setMaxResults(LONGEST_LIST)
        .getResultList();
  }

  @Logged
  @Audited("invoice.approve")
  public InvoiceView approve(long id) {
    Invoice invoice = existing(id);
    invoice.approve();
    // Now rather than at the commit, so that the one who comes second is told so
    entities.flush();
    approved.fire(new InvoiceApproved(id));
    return InvoiceView.of(invoice);
  }

  @Logged
  @Audited("invoice.pay")
  public InvoiceView pay(long id) {
    Invoice invoice = existing(id);
    invoice.pay();
    entities.flush();
    return InvoiceView.of(invoice);
  }

  @Logged
  @Audited("invoice.delete")
  public void delete(long id) {
    entities.remove(existing(id));
    entities.flush();
  }

  long countUnpaid() {
    return entities
        .createQuery("select count(i) from Invoice i where i.status = :status", Long.class)
        .setParameter("status", InvoiceStatus.APPROVED)
        .getSingleResult();
  }

  private Invoice existing(long id) {
    Invoice invoice = entities.find(Invoice.class, id);
    if (invoice == null) {
      throw Refusal.unknown("There is no invoice " + id + ".");
    }
    return invoice;
  }
}

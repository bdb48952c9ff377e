package com.example.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;

/** Adds invoices up. */
@ApplicationScoped
@Transactional
public class ReportService {

  private static final int LONGEST_LIST = 100;

  @PersistenceContext private EntityManager entities;

  /**
   * What each customer has been invoiced, the slow way, for everybody to see what that looks like:
   * one query for the customers and then one more for each of them, where a join would do. Every
   * new customer makes it slower.
   */
  public List<CustomerTotal> totalsOneByOne() {
    return entities
        .createQuery("select c from Customer c order by c.id desc", Customer.class)
        .setMaxResults(LONGEST_LIST)
        .getResultList()
        .stream()
        .map(this::total)
        .toList();
  }

  private CustomerTotal total(Customer customer) {
    Object[] counted =
        entities
            .createQuery(
                "select count(i), sum(i.total) from Invoice i where i.customer.id = :id",
                Object[].class)
            .setParameter("id", customer.getId())
            .getSingleResult();
    return new CustomerTotal(customer.getId(), (Long) counted[0], (BigDecimal) counted[1]);
  }
}

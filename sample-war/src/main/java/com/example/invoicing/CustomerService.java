package com.example.invoicing;

import io.sereno.Audited;
import io.sereno.Logged;
import io.sereno.Timed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Registers customers and finds them again. */
@ApplicationScoped
@Transactional
@Timed
public class CustomerService {

  @PersistenceContext private EntityManager entities;
  @Inject private CustomerCache cache;

  @Logged
  @Audited("customer.create")
  public CustomerView create(NewCustomer customer) {
    Customer created = new Customer(customer);
    entities.persist(created);
    return CustomerView.of(created);
  }

  /** Audited although nothing changes: who looks at personal data is worth knowing. */
  @Audited("customer.view")
  public CustomerView find(long id) {
    return cache.get(id).orElseGet(() -> load(id));
  }

  private CustomerView load(long id) {
    Customer customer = entities.find(Customer.class, id);
    if (customer == null) {
      throw Refusal.unknown("There is no customer " + id + ".");
    }
    CustomerView view = CustomerView.of(customer);
    cache.put(view);
    return view;
  }
}

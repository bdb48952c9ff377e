package com.example.invoicing;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A customer as the outside sees one: of the tax id and the IBAN only the last four characters.
 *
 * @param id the customer's number
 * @param name as on the invoices
 * @param email where the invoices go
 * @param taxId masked
 * @param iban masked
 */
@JsonbPropertyOrder({"id", "name", "email", "taxId", "iban"})
public record CustomerView(long id, String name, String email, String taxId, String iban) {

  private static final int SHOWN = 4;

  static CustomerView of(Customer customer) {
    return new CustomerView(
        customer.getId(),
        customer.getName(),
        customer.getEmail(),
        masked(customer.getTaxId()),
        masked(customer.getIban()));
  }

  /** A value too short to hide anything behind its last four characters is hidden whole. */
  static String masked(String value) {
    int hidden = value.length() > SHOWN ? value.length() - SHOWN : value.length();
    return "*".repeat(hidden) + value.substring(hidden);
  }
}

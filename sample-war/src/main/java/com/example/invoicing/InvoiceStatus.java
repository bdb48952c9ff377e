package com.example.invoicing;

/** How far an invoice has come. */
public enum InvoiceStatus {
  /** Written down, not yet sent. */
  DRAFT,
  /** Sent to the customer, not yet paid. */
  APPROVED,
  /** Settled. */
  PAID
}

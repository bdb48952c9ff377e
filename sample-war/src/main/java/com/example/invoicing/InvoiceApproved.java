package com.example.invoicing;

/** Fired when an invoice is approved, inside the transaction: observe it {@code AFTER_SUCCESS}. */
public record InvoiceApproved(long invoiceId) {}

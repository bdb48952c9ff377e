package com.example.invoicing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a customer has been invoiced; the total is null without an invoice. */
public record CustomerTotal(long customerId, long invoices, @Nullable BigDecimal total) {}

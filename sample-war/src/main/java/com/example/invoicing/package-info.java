/** Customers and their invoices: what the application is about. */
@NullMarked
package com.example.invoicing;

import org.jspecify.annotations.NullMarked;

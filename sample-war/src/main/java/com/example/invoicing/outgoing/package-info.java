/** The queue of invoices that go out to their customers. */
@NullMarked
package com.example.invoicing.outgoing;

import org.jspecify.annotations.NullMarked;

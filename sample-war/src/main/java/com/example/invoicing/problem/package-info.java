/** Errors, told as RFC 9457 has it: in JSON, and never more than the caller should know. */
@NullMarked
package com.example.invoicing.problem;

import org.jspecify.annotations.NullMarked;

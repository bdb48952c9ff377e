/** The REST face of the application. */
@NullMarked
package com.example.invoicing.api;

import org.jspecify.annotations.NullMarked;

/** Each SQL statement seen once (verb, time, rows), counted per request. */
@NullMarked
package io.sereno.statements;

import org.jspecify.annotations.NullMarked;

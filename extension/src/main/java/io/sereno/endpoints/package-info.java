/** The door, problem bodies and content negotiation of Sereno's own pages. */
@NullMarked
package io.sereno.endpoints;

import org.jspecify.annotations.NullMarked;

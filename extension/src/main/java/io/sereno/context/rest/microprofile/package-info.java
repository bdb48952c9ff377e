/** Carries the context in the calls of MicroProfile REST clients. */
@NullMarked
package io.sereno.context.rest.microprofile;

import org.jspecify.annotations.NullMarked;

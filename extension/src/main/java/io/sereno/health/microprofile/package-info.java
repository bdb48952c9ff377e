/** The checks on the server's own MicroProfile Health endpoint. */
@NullMarked
package io.sereno.health.microprofile;

import org.jspecify.annotations.NullMarked;

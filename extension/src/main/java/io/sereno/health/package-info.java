/** Checks of databases, and the protected endpoint. */
@NullMarked
package io.sereno.health;

import org.jspecify.annotations.NullMarked;

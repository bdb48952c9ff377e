/** Where lines go: the handlers that are built in, and the way in for others. */
@NullMarked
package io.sereno.logging.handlers;

import org.jspecify.annotations.NullMarked;

/** The one page of wiring: which features exist, and the report of deployment problems. */
@NullMarked
package io.sereno.extension;

import org.jspecify.annotations.NullMarked;

/** Meters where the server shows MicroProfile's metrics. */
@NullMarked
package io.sereno.metrics.microprofile;

import org.jspecify.annotations.NullMarked;

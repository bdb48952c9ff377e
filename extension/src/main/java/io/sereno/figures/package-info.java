/** Counters and gauges that a feature keeps about itself, known to no meter library. */
@NullMarked
package io.sereno.figures;

import org.jspecify.annotations.NullMarked;

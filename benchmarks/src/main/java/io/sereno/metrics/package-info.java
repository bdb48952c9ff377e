/** Benchmarks of metrics, beside their peers. */
@NullMarked
package io.sereno.metrics;

import org.jspecify.annotations.NullMarked;

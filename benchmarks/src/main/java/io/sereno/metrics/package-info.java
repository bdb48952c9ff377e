/** Benchmarks that need to stand in {@code io.sereno.metrics}, beside what they measure. */
@NullMarked
package io.sereno.metrics;

import org.jspecify.annotations.NullMarked;

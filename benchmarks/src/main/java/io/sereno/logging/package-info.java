/** Benchmarks that need to stand in {@code io.sereno.logging}, beside what they measure. */
@NullMarked
package io.sereno.logging;

import org.jspecify.annotations.NullMarked;

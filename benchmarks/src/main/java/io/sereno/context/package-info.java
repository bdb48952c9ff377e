/** Benchmarks that need to stand in {@code io.sereno.context}, beside what they measure with. */
@NullMarked
package io.sereno.context;

import org.jspecify.annotations.NullMarked;

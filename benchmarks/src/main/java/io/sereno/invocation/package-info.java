/** Benchmarks that need to stand in {@code io.sereno.invocation}, beside what they measure. */
@NullMarked
package io.sereno.invocation;

import org.jspecify.annotations.NullMarked;

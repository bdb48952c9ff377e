/** Benchmarks that need to stand in {@code io.sereno.logging.format}, beside what they measure. */
@NullMarked
package io.sereno.logging.format;

import org.jspecify.annotations.NullMarked;

/** Benchmarks that need to stand in {@code io.sereno.redaction}, beside what they measure with. */
@NullMarked
package io.sereno.redaction;

import org.jspecify.annotations.NullMarked;

/**
 * Benchmarks that need to stand in {@code io.sereno.logging.handlers}, beside what they measure.
 */
@NullMarked
package io.sereno.logging.handlers;

import org.jspecify.annotations.NullMarked;

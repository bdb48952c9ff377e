/** {@code @Timed}, request metrics and the scrape endpoint; shows every figure. */
@NullMarked
package io.sereno.metrics;

import org.jspecify.annotations.NullMarked;

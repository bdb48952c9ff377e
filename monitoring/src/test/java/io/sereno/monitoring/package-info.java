/** What proves the dashboards and the rules, with Prometheus's own programs. */
@NullMarked
package io.sereno.monitoring;

import org.jspecify.annotations.NullMarked;

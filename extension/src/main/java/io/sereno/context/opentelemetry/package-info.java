/** The ids of OpenTelemetry's current span, where there is one. */
@NullMarked
package io.sereno.context.opentelemetry;

import org.jspecify.annotations.NullMarked;

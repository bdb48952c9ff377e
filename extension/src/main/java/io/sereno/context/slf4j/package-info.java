/** Shows the context in SLF4J's MDC, where there is one. */
@NullMarked
package io.sereno.context.slf4j;

import org.jspecify.annotations.NullMarked;

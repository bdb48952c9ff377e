/** {@code @Logged}, declarative handlers and loggers, JUL record to JSON. */
@NullMarked
package io.sereno.logging;

import org.jspecify.annotations.NullMarked;

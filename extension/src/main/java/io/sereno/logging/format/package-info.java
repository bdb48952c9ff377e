/** From a record to a line: formatters, their schemas, and what keeps a line safe and bounded. */
@NullMarked
package io.sereno.logging.format;

import org.jspecify.annotations.NullMarked;

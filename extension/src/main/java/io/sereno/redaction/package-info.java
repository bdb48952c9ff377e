/** What must never leave the process, for every outlet. */
@NullMarked
package io.sereno.redaction;

import org.jspecify.annotations.NullMarked;

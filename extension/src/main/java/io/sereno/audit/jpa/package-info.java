/** Entity trails through Jakarta Persistence's listeners. */
@NullMarked
package io.sereno.audit.jpa;

import org.jspecify.annotations.NullMarked;

/** Carries the context to the threads of Jakarta Concurrency. */
@NullMarked
package io.sereno.context.concurrent;

import org.jspecify.annotations.NullMarked;

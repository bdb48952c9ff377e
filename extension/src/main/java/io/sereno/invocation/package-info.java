/** One call watched once: its plan per method, its clock, its outcome, for whoever observes it. */
@NullMarked
package io.sereno.invocation;

import org.jspecify.annotations.NullMarked;

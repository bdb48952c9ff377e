/** Carries the context in the messages of Jakarta Messaging. */
@NullMarked
package io.sereno.context.jms;

import org.jspecify.annotations.NullMarked;

/** Who and where: request id, trace id, user, client and route of the work at hand. */
@NullMarked
package io.sereno.context;

import org.jspecify.annotations.NullMarked;

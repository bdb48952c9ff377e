/** {@code @Audited}, entity trails, and the trail's endpoint. */
@NullMarked
package io.sereno.audit;

import org.jspecify.annotations.NullMarked;

/** The statements that EclipseLink executes; reached only where there is EclipseLink. */
@NullMarked
package io.sereno.statements.eclipselink;

import org.jspecify.annotations.NullMarked;

/** The statements that Hibernate executes; reached only where there is Hibernate. */
@NullMarked
package io.sereno.statements.hibernate;

import org.jspecify.annotations.NullMarked;

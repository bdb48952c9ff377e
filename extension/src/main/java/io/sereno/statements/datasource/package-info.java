/** Data sources that tell of their statements; reached only where there is datasource-proxy. */
@NullMarked
package io.sereno.statements.datasource;

import org.jspecify.annotations.NullMarked;

/**
 * What an application names in its own code: five annotations and the guide's five levels.
 *
 * <p>Annotations do nothing by themselves; {@code sereno-extension} in the WAR makes them work.
 */
@NullMarked
package io.sereno;

import org.jspecify.annotations.NullMarked;

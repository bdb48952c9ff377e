package io.sereno.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * On a test that brings a WAR of its own instead of sharing that of {@link FatWar}, and on the
 * classes of such a WAR: the fat WAR leaves them out. These classes are best not nested in their
 * test, or the test must be in the WAR as well.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("own-war")
public @interface OwnWar {}

package io.sereno.context;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put by the extension on what a server calls on a thread of its own: timers and asynchronous
 * methods of EJBs; not for applications.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface StartsWork {

  /** The annotation itself. */
  final class Literal extends AnnotationLiteral<StartsWork> implements StartsWork {

    public static final Literal INSTANCE = new Literal();

    private static final long serialVersionUID = 1L;

    private Literal() {}
  }
}

package io.sereno.statements;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Keeps our data sources from being what an application means by {@code @Inject DataSource}. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Observed {

  /** The only one there is. */
  final class Literal extends AnnotationLiteral<Observed> implements Observed {

    private static final long serialVersionUID = 1L;

    static final Literal INSTANCE = new Literal();
  }
}

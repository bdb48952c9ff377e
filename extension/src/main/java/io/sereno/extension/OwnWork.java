package io.sereno.extension;

import io.sereno.context.StartsWork;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Set;

/**
 * Binds the interceptor that opens a context to what a server calls on a thread of its own. EJB's
 * annotations are known by their names, for a server need not have EJB.
 */
final class OwnWork {

  private static final String ASYNCHRONOUS = "jakarta.ejb.Asynchronous";

  private static final Set<String> TIMERS =
      Set.of("jakarta.ejb.Schedule", "jakarta.ejb.Schedules", "jakarta.ejb.Timeout");

  private OwnWork() {}

  /** Whether a type has any. */
  static boolean isIn(AnnotatedType<?> type) {
    return isAsynchronous(type) || type.getMethods().stream().anyMatch(OwnWork::isMarked);
  }

  static void of(AnnotatedTypeConfigurator<?> type) {
    boolean allAreAsynchronous = isAsynchronous(type.getAnnotated());
    type.filterMethods(method -> isMarked(method) || (allAreAsynchronous && isBusiness(method)))
        .forEach(method -> method.add(StartsWork.Literal.INSTANCE));
  }

  private static boolean isMarked(AnnotatedMethod<?> method) {
    return isAsynchronous(method) || isTimers(method);
  }

  private static boolean isAsynchronous(Annotated annotated) {
    return has(annotated, Set.of(ASYNCHRONOUS));
  }

  /** Whether it is what a timer calls, which may be private. */
  static boolean isTimers(AnnotatedMethod<?> method) {
    return has(method, TIMERS);
  }

  private static boolean has(Annotated annotated, Set<String> names) {
    for (Annotation annotation : annotated.getAnnotations()) {
      if (names.contains(annotation.annotationType().getName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBusiness(AnnotatedMethod<?> method) {
    int modifiers = method.getJavaMember().getModifiers();
    return Modifier.isPublic(modifiers)
        && !Modifier.isStatic(modifiers)
        && !Modifier.isFinal(modifiers)
        && !method.getJavaMember().isSynthetic()
        && method.getJavaMember().getDeclaringClass() != Object.class;
  }
}

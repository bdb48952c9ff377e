package io.sereno.extension;

import io.sereno.context.StartsWork;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Timeout;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Set;

/** Binds the interceptor that opens a context to what a server calls on a thread of its own. */
final class OwnWork {

  private static final Set<Class<? extends Annotation>> TIMERS =
      Set.of(Schedule.class, Schedules.class, Timeout.class);

  private OwnWork() {}

  static void of(AnnotatedTypeConfigurator<?> type) {
    boolean allAreAsynchronous = type.getAnnotated().isAnnotationPresent(Asynchronous.class);
    type.filterMethods(method -> isMarked(method) || (allAreAsynchronous && isBusiness(method)))
        .forEach(method -> method.add(StartsWork.Literal.INSTANCE));
  }

  private static boolean isMarked(AnnotatedMethod<?> method) {
    return method.isAnnotationPresent(Asynchronous.class) || isTimers(method);
  }

  /** Whether it is what a timer calls, which may be private. */
  static boolean isTimers(AnnotatedMethod<?> method) {
    return TIMERS.stream().anyMatch(method::isAnnotationPresent);
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

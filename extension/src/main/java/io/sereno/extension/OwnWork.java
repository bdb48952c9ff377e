package io.sereno.extension;

import io.sereno.context.StartsWork;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Timeout;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Set;

/** Binds the interceptor that opens a context to what a server calls without a request. */
final class OwnWork {

  private static final Set<Class<? extends Annotation>> TIMERS =
      Set.of(Schedule.class, Schedules.class, Timeout.class);

  private OwnWork() {}

  static void of(AnnotatedTypeConfigurator<?> type) {
    boolean isListener = type.getAnnotated().isAnnotationPresent(MessageDriven.class);
    type.filterMethods(method -> isListener ? isMessage(method) : isTimer(method))
        .forEach(method -> method.add(StartsWork.Literal.INSTANCE));
  }

  private static boolean isTimer(AnnotatedMethod<?> method) {
    return TIMERS.stream().anyMatch(method::isAnnotationPresent);
  }

  private static boolean isMessage(AnnotatedMethod<?> method) {
    int modifiers = method.getJavaMember().getModifiers();
    return isTimer(method)
        || (Modifier.isPublic(modifiers)
            && !Modifier.isStatic(modifiers)
            && !Modifier.isFinal(modifiers)
            && !method.getJavaMember().isSynthetic()
            && method.getJavaMember().getDeclaringClass() != Object.class);
  }
}

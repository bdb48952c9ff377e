package io.sereno.extension;

import io.sereno.audit.Recorded;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.Watched;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

/** Binds interceptors to just those methods of a bean whose calls matter to somebody. */
final class Interception {

  private final Sereno sereno;

  Interception(Sereno sereno) {
    this.sereno = sereno;
  }

  <T> void of(AnnotatedTypeConfigurator<T> type) {
    Class<T> bean = type.getAnnotated().getJavaClass();
    if (!bean.isAnnotation() && !bean.isInterface()) {
      type.filterMethods(Interception::isBusinessMethod).forEach(method -> bind(bean, method));
    }
  }

  private void bind(Class<?> bean, AnnotatedMethodConfigurator<?> method) {
    BeanMethod beanMethod = new BeanMethod(bean, method.getAnnotated().getJavaMember());
    if (sereno.calls().watch(beanMethod, sereno.settings())) {
      method.add(Watched.Literal.INSTANCE);
    }
    if (sereno.audit().filter(audit -> audit.watch(beanMethod, sereno.settings())).isPresent()) {
      method.add(Recorded.Literal.INSTANCE);
    }
  }

  /**
   * What clients and timers call: no static or generated method, no callback, nothing of Object's,
   * and a private one only for a timer.
   */
  private static boolean isBusinessMethod(AnnotatedMethod<?> annotated) {
    Method method = annotated.getJavaMember();
    int modifiers = method.getModifiers();
    return (!Modifier.isPrivate(modifiers) || OwnWork.isTimers(annotated))
        && !Modifier.isStatic(modifiers)
        && !Modifier.isFinal(modifiers)
        && !method.isSynthetic()
        && !annotated.isAnnotationPresent(PostConstruct.class)
        && !annotated.isAnnotationPresent(PreDestroy.class)
        && !isObjects(method);
  }

  private static boolean isObjects(Method method) {
    return Stream.of(Object.class.getDeclaredMethods())
        .filter(objects -> objects.getName().equals(method.getName()))
        .anyMatch(
            objects -> Arrays.equals(objects.getParameterTypes(), method.getParameterTypes()));
  }
}

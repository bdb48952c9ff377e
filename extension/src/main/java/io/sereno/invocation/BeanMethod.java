package io.sereno.invocation;

import io.sereno.settings.Settings;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method as one bean has it.
 *
 * @param bean the bean's class, which may inherit the method
 * @param method the method that is called
 */
public record BeanMethod(Class<?> bean, Method method) {

  /** {@code InvoiceService.approve}. */
  public String shortName() {
    return bean.getSimpleName() + '.' + method.getName();
  }

  /** {@code com.acme.InvoiceService.approve}. */
  public String fullName() {
    return bean.getName() + '.' + method.getName();
  }

  /** What no overload shares: {@code com.acme.InvoiceService.approve(long,java.lang.String)}. */
  public String signature() {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getTypeName)
        .collect(Collectors.joining(",", fullName() + '(', ")"));
  }

  /** The configuration key that overrides a member of an annotation here. */
  public String key(Settings settings, Class<? extends Annotation> annotation, String member) {
    return settings.override(bean, method.getName(), annotation, member);
  }

  /** The annotation that holds here: the method's own, else its bean's, else a stereotype's. */
  public <A extends Annotation> Optional<A> annotation(Class<A> type) {
    A own = method.getAnnotation(type);
    if (own != null) {
      return Optional.of(own);
    }
    return onType(bean, type, new HashSet<>());
  }

  private static <A extends Annotation> Optional<A> onType(
      Class<?> bean, Class<A> type, Set<Class<?>> seen) {
    A found = bean.getAnnotation(type);
    if (found != null) {
      return Optional.of(found);
    }
    for (Annotation annotation : bean.getAnnotations()) {
      Class<?> meta = annotation.annotationType();
      if (!meta.getName().startsWith("java.") && seen.add(meta)) {
        Optional<A> indirect = onType(meta, type, seen);
        if (indirect.isPresent()) {
          return indirect;
        }
      }
    }
    return Optional.empty();
  }
}

package io.sereno.redaction;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Hibernate has in the place of an entity that may not be loaded yet, shown by the id that it
 * knows. Its {@code getInternalIdentifier}, unlike {@code getIdentifier}, never loads the entity.
 * Found by name, since there may be no Hibernate.
 */
final class HibernateProxies implements Shape {

  private static final String PROXY = "org.hibernate.proxy.HibernateProxy";

  private final Method initializer;
  private final Method identifier;
  private final Entities entity;

  private HibernateProxies(Method initializer, Method identifier, Entities entity) {
    this.initializer = initializer;
    this.identifier = identifier;
    this.entity = entity;
  }

  /** If the type is such a proxy. */
  static Optional<Shape> of(Class<?> type, Redactor redactor) {
    return Stream.of(type.getInterfaces())
        .filter(each -> each.getName().equals(PROXY))
        .findFirst()
        .flatMap(proxy -> of(proxy, Entities.of(type.getSuperclass(), redactor)));
  }

  private static Optional<Shape> of(Class<?> proxy, Entities entity) {
    try {
      Method initializer = proxy.getMethod("getHibernateLazyInitializer");
      Method identifier = initializer.getReturnType().getMethod("getInternalIdentifier");
      return Optional.of(new HibernateProxies(initializer, identifier, entity));
    } catch (NoSuchMethodException e) {
      return Optional.empty(); // another Hibernate: by its type
    }
  }

  @Override
  public void show(Object value, StringBuilder text, int depth, Redactor redactor) {
    try {
      Object id = identifier.invoke(initializer.invoke(value));
      entity.showId(id, text, depth, redactor);
    } catch (ReflectiveOperationException e) {
      text.append(TypeNames.of(value.getClass()));
    }
  }
}

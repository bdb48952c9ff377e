package io.sereno.audit.jpa;

import io.sereno.redaction.Redactor;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.beans.Introspector;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** The name and the id of an entity, by the annotations on its class. */
final class EntityIds {

  private static final String UNKNOWN = "unknown";

  private EntityIds() {}

  /** The entity's name in the persistence unit. */
  static String name(Object entity) {
    for (Class<?> type = entity.getClass(); type != null; type = type.getSuperclass()) {
      Entity annotation = type.getAnnotation(Entity.class);
      if (annotation != null) {
        return annotation.name().isEmpty() ? type.getSimpleName() : annotation.name();
      }
    }
    return entity.getClass().getSimpleName();
  }

  /** The id as text, masked if it is sensitive. */
  static String show(Object entity, Redactor redactor) {
    for (Class<?> type = entity.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (isId(field)) {
          return show(entity, field, field.getName(), redactor);
        }
      }
      for (Method method : type.getDeclaredMethods()) {
        if (isId(method) && method.getParameterCount() == 0) {
          String property =
              Introspector.decapitalize(method.getName().replaceFirst("^get(?=[A-Z])", ""));
          return show(entity, method, property, redactor);
        }
      }
    }
    return UNKNOWN;
  }

  private static boolean isId(AccessibleObject member) {
    return member.isAnnotationPresent(Id.class) || member.isAnnotationPresent(EmbeddedId.class);
  }

  private static String show(
      Object entity, AccessibleObject member, String name, Redactor redactor) {
    try {
      member.setAccessible(true);
      Object id =
          member instanceof Field field ? field.get(entity) : ((Method) member).invoke(entity);
      boolean masked = id != null && redactor.isSensitive(member, name, id.getClass());
      return masked ? Redactor.MASK : redactor.show(id);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return UNKNOWN;
    }
  }
}

package io.sereno.redaction;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a type is called where it is shown to people. */
final class TypeNames {

  private static final Pattern GENERATED = Pattern.compile("\\$\\$|\\$HibernateProxy|__EJB");

  /** What stands for the JDK's own classes that nobody has heard of. */
  private static final List<Class<?>> KNOWN =
      List.of(List.class, Set.class, Map.class, Queue.class, Stream.class);

  private TypeNames() {}

  /** The simple name; for what was generated, that of the class or interface it stands for. */
  static String of(Class<?> type) {
    if (type.getName().startsWith("java.") && !Modifier.isPublic(type.getModifiers())) {
      return KNOWN.stream()
          .filter(known -> known.isAssignableFrom(type))
          .findFirst()
          .map(Class::getSimpleName)
          .orElseGet(() -> simple(type));
    }
    return simple(isGenerated(type) ? origin(type) : type);
  }

  /** Proxies of containers and persistence providers: their fields are not the object's. */
  static boolean isGenerated(Class<?> type) {
    return Proxy.isProxyClass(type) || type.isHidden() || GENERATED.matcher(type.getName()).find();
  }

  private static Class<?> origin(Class<?> generated) {
    Class<?> origin = generated;
    while (isGenerated(origin) && origin.getSuperclass() != null) {
      origin = origin.getSuperclass();
    }
    boolean isNothing = origin == Object.class || origin == Proxy.class;
    Class<?>[] interfaces = generated.getInterfaces();
    return isNothing && interfaces.length > 0 ? interfaces[0] : origin;
  }

  private static String simple(Class<?> type) {
    String simple = type.getSimpleName();
    return simple.isEmpty() ? type.getName().replaceFirst(".*\\.", "") : simple;
  }
}

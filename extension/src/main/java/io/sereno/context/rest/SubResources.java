package io.sereno.context.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The templates of sub-resources: the parents' and their locators', up to the method that answers.
 *
 * <p>Jakarta REST tells the matched resources, not the locators between them. These are found by
 * what they return, and by the path where several are possible. What nests deeper than {@value
 * #DEEPEST} resources shares the template of its first ones: else a client could make a route with
 * each step into a tree.
 */
final class SubResources {

  private static final int DEEPEST = 5;
  private static final int MOST_KNOWN = 1_000;
  private static final String REST = "/*";

  private final Method method;
  private final Map<List<Class<?>>, List<PathShape>> known = new ConcurrentHashMap<>();

  /**
   * @param method the one that answers
   */
  SubResources(Method method) {
    this.method = method;
  }

  /**
   * The template below the application path.
   *
   * @param resources from the root to the one whose method answers
   */
  String template(List<Class<?>> resources, UriInfo uri) {
    List<PathShape> shapes = shapes(resources);
    if (shapes.size() == 1) {
      return shapes.get(0).template();
    }
    String path = Templates.join(uri.getPath(), "");
    return shapes.stream()
        .filter(shape -> shape.matches(path))
        .findFirst()
        .map(PathShape::template)
        .orElseGet(() -> below(resources.get(0)));
  }

  private static String below(Class<?> root) {
    return Templates.plain(Templates.join(Templates.valueOf(root), REST));
  }

  private List<PathShape> shapes(List<Class<?>> resources) {
    List<Class<?>> chain =
        resources.size() > DEEPEST ? List.copyOf(resources.subList(0, DEEPEST)) : resources;
    List<PathShape> shapes = known.get(chain);
    if (shapes == null) {
      shapes = possible(chain);
      if (known.size() < MOST_KNOWN) {
        known.put(chain, shapes);
      }
    }
    return shapes;
  }

  /** Those that are possible, the most particular ones first. */
  private List<PathShape> possible(List<Class<?>> chain) {
    String end = chain.size() < DEEPEST ? Templates.valueOf(method) : REST;
    return locators(chain)
        .map(path -> Templates.join(path, end))
        .distinct()
        .map(PathShape::of)
        .sorted(Comparator.comparingInt(PathShape::literals).reversed())
        .toList();
  }

  private static Stream<String> locators(List<Class<?>> chain) {
    Stream<String> paths = Stream.of(Templates.valueOf(chain.get(0)));
    for (int i = 1; i < chain.size(); i++) {
      List<String> locators = locators(chain.get(i - 1), chain.get(i));
      paths = paths.flatMap(path -> locators.stream().map(next -> Templates.join(path, next)));
    }
    return paths;
  }

  private static List<String> locators(Class<?> parent, Class<?> child) {
    return Arrays.stream(parent.getMethods())
        .filter(method -> !answers(method) && mayReturn(method.getReturnType(), child))
        .map(Templates::valueOf)
        .filter(path -> !path.isEmpty())
        .distinct()
        .toList();
  }

  private static boolean answers(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static boolean mayReturn(Class<?> type, Class<?> child) {
    return type == Class.class || type.isAssignableFrom(child);
  }
}

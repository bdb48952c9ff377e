package io.sereno.it.undeploy;

import io.sereno.it.OwnWar;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The class loaders that a WAR has had so far, held weakly by a property of the JVM, in types of
 * the JDK: so they outlive the WAR, and another one can look at them.
 */
@OwnWar
final class DeployedClassLoaders {

  private DeployedClassLoaders() {}

  static void add(String war, ClassLoader loader) {
    of(war).add(new WeakReference<>(loader));
  }

  static long countAlive(String war) {
    return of(war).stream().map(WeakReference::get).filter(Objects::nonNull).count();
  }

  @SuppressWarnings("unchecked")
  private static Collection<WeakReference<ClassLoader>> of(String war) {
    return (Collection<WeakReference<ClassLoader>>)
        System.getProperties()
            .computeIfAbsent("class loaders of " + war, key -> new ConcurrentLinkedQueue<>());
  }
}

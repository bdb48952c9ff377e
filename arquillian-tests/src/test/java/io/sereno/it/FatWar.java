package io.sereno.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The WAR that most tests share, so that Payara Micro, which boots anew for each deployment, boots
 * once for them.
 *
 * <p>It holds Sereno with its dependencies, AssertJ and Awaitility, and every class below {@code
 * io.sereno.it}, be it a test or a fixture, that is not {@link OwnWar}, nor {@link OnlyOn} another
 * server. A new fixture needs no line here; its settings stand in {@code
 * fat-war/microprofile-config.properties}.
 */
public final class FatWar {

  private FatWar() {}

  @Deployment
  public static WebArchive create() {
    return ShrinkWrap.create(WebArchive.class, "fat.war")
        .addAsLibraries(sereno())
        .addAsLibraries(jars("target/assertions.classpath"))
        .addPackages(true, FatWar::isShared, "io.sereno.it")
        .addAsResource(
            "fat-war/microprofile-config.properties", "META-INF/microprofile-config.properties")
        .addAsResource("fat-war/persistence.xml", "META-INF/persistence.xml")
        .addAsWebInfResource(
            "fat-war/jboss-deployment-structure.xml", "jboss-deployment-structure.xml")
        .addAsWebResource(new StringAsset("quiet ä night\n"), "static.txt")
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  /** The extension's jar and its dependencies, for the {@code WEB-INF/lib} of any WAR. */
  public static File[] sereno() {
    return jars("target/sereno.classpath");
  }

  /** The jars of a list that the build writes before it starts the tests. */
  private static File[] jars(String classPath) {
    try {
      return Arrays.stream(Files.readString(Path.of(classPath)).strip().split(File.pathSeparator))
          .map(File::new)
          .toArray(File[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isShared(ArchivePath classFile) {
    String name =
        classFile.get().substring(1).replaceFirst("(\\$.*)?\\.class$", "").replace('/', '.');
    try {
      Class<?> type = Class.forName(name, false, FatWar.class.getClassLoader());
      return !type.isAnnotationPresent(OwnWar.class) && isForThisServer(type);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isForThisServer(Class<?> type) {
    OnlyOn only = type.getAnnotation(OnlyOn.class);
    return only == null || Arrays.asList(only.value()).contains(Server.current());
  }
}

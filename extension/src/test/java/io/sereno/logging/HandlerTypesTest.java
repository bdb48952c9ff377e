package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.logging.handlers.HandlerType;
import io.sereno.logging.handlers.LineHandler;
import io.sereno.settings.Problem;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of handlers that an application brings, and that fail. */
class HandlerTypesTest {

  private static final String SERVICE = "META-INF/services/" + HandlerType.class.getName();

  @TempDir Path folder;

  @Test
  void everyFailureIsAProblem() throws IOException {
    Settings settings =
        TestSettings.of(
            Map.of(
                "throwing.type", "throwing",
                "nothing.type", "nothing",
                "unknown.type", "pigeon"));
    HandlerTypes types =
        new HandlerTypes(
            settings,
            bringing(
                Broken.class, Nameless.class, Second.class, Throwing.class, MakingNothing.class));

    for (String name : List.of("throwing", "nothing", "unknown")) {
      Settings own = settings.under(name);
      assertThat(types.of(name, own).flatMap(type -> HandlerTypes.create(type, own))).isEmpty();
    }

    String names = HandlerTypesTest.class.getName();
    assertThat(settings.problems())
        .extracting(Problem::where)
        .containsExactly(
            SERVICE, SERVICE, SERVICE, "throwing.type", "nothing.type", "unknown.type");
    assertThat(settings.problems().get(0).found()).contains(names + "$Broken");
    assertThat(settings.problems().subList(1, 6))
        .extracting(problem -> problem.found() + " | " + problem.remedy())
        .containsExactly(
            names
                + "$Nameless | let its name() return a name: java.lang.UnsupportedOperationException:"
                + " expected by a test",
            names
                + "$Second | give it another name than console, which"
                + " io.sereno.logging.handlers.ConsoleType has",
            "throwing | "
                + names
                + "$Throwing must tell what is wrong: java.lang.IllegalStateException: expected by a"
                + " test",
            "nothing | " + names + "$MakingNothing must create a handler",
            "pigeon | write one of console, file, throwing, nothing");
  }

  private ClassLoader bringing(Class<?>... types) throws IOException {
    Path services = folder.resolve("services");
    Files.write(services, List.of(types).stream().map(Class::getName).toList());
    URL url = services.toUri().toURL();
    return new ClassLoader(HandlerTypesTest.class.getClassLoader()) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(SERVICE)
            ? Collections.enumeration(List.of(url))
            : super.getResources(name);
      }
    };
  }

  /** Cannot be made. */
  public static final class Broken extends Named {
    public Broken() {
      super("broken");
      throw new IllegalStateException("expected by a test");
    }
  }

  /** Has no name. */
  public static final class Nameless extends Named {
    public Nameless() {
      super("nameless");
    }

    @Override
    public String name() {
      throw new UnsupportedOperationException("expected by a test");
    }
  }

  /** Has a name that is taken. */
  public static final class Second extends Named {
    public Second() {
      super("Console");
    }
  }

  /** Makes nothing but trouble. */
  public static final class Throwing extends Named {
    public Throwing() {
      super("throwing");
    }

    @Override
    public LineHandler create(Settings own) {
      throw new IllegalStateException("expected by a test");
    }
  }

  /** Makes nothing. */
  public static final class MakingNothing extends Named {
    public MakingNothing() {
      super("nothing");
    }
  }

  private abstract static class Named implements HandlerType {

    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    @SuppressWarnings("NullAway")
    public LineHandler create(Settings own) {
      return null;
    }
  }
}

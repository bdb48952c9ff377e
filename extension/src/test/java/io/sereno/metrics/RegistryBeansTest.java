package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.RecordedLogs;
import io.sereno.figures.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryBeansTest {

  private final Figures figures = new Figures();
  private final MeterRegistry own = new SimpleMeterRegistry();
  private final RecordedLogs logs = new RecordedLogs("io.sereno");

  @AfterEach
  void forget() {
    logs.close();
  }

  @Test
  void aRegistryThatCannotBeAskedCostsNoOtherItsMeters() throws ReflectiveOperationException {
    MeterRegistry torn =
        (MeterRegistry)
            new WithoutAbsent().loadClass(Torn.class.getName()).getConstructor().newInstance();

    List<MeterOutlet> outlets =
        RegistryBeans.outlets(List.of(torn, new SimpleMeterRegistry()), own, figures.failures());

    assertThat(outlets).hasSize(1);
    assertThat(logs.records())
        .singleElement()
        .satisfies(told -> assertThat(told.getThrown()).isInstanceOf(NoClassDefFoundError.class));
  }

  @Test
  void whoseMetersHaveNoBucketsIsTold() {
    DeploymentRegistry deployed =
        new DeploymentRegistry("own.war", new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

    RegistryBeans.outlets(List.of(deployed, new Counting()), own, figures.failures());

    assertThat(logs.records())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.getLevel()).isEqualTo(Level.INFO);
              assertThat(told.getMessage())
                  .startsWith(
                      "Meters are shown in %s without buckets, quantiles and descriptions"
                          .formatted(DeploymentRegistry.class.getName()));
            });
  }

  /** Somebody's own, whose builders' meters are published as well. */
  static final class Counting extends SimpleMeterRegistry {

    @Override
    public Counter counter(String name, Iterable<Tag> tags) {
      return super.counter("their." + name, tags);
    }
  }

  /** One with a method of a class that is not there. */
  public static final class Torn extends SimpleMeterRegistry {

    public Absent absent() {
      return new Absent();
    }
  }

  /** Of a library that the application lacks. */
  public static final class Absent {}

  /** Has a registry of its own, and not what that wants. */
  private static final class WithoutAbsent extends ClassLoader {

    WithoutAbsent() {
      super(RegistryBeansTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(Absent.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      return name.equals(Torn.class.getName()) ? torn(name) : super.loadClass(name, resolve);
    }

    private Class<?> torn(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] code = in.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}

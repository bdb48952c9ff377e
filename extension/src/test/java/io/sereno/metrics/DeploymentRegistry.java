package io.sereno.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What WildFly's Micrometer subsystem gives a deployment: what its short methods make goes to the
 * server's registry with a tag more, and all else stays here, where nobody sees it.
 */
final class DeploymentRegistry extends SimpleMeterRegistry {

  static final String TAG = "WF_DEPLOYMENT";

  private final String deployment;
  private final MeterRegistry server;
  private final More more = new ServersMore();

  DeploymentRegistry(String deployment, MeterRegistry server) {
    this.deployment = deployment;
    this.server = server;
  }

  private Tags tagged(Iterable<Tag> tags) {
    return Tags.concat(tags, TAG, deployment);
  }

  @Override
  public Search find(String name) {
    return server.find(name).tag(TAG, deployment);
  }

  @Override
  public @Nullable Meter remove(Meter meter) {
    return deployment.equals(meter.getId().getTag(TAG)) ? server.remove(meter.getId()) : null;
  }

  @Override
  public Counter counter(String name, Iterable<Tag> tags) {
    return server.counter(name, tagged(tags));
  }

  @Override
  public <T> T gauge(String name, Iterable<Tag> tags, T of, ToDoubleFunction<T> value) {
    return server.gauge(name, tagged(tags), of, value);
  }

  @Override
  public Timer timer(String name, Iterable<Tag> tags) {
    return server.timer(name, tagged(tags));
  }

  @Override
  public DistributionSummary summary(String name, Iterable<Tag> tags) {
    return server.summary(name, tagged(tags));
  }

  @Override
  public More more() {
    return more;
  }

  private final class ServersMore extends More {

    @Override
    public <T> FunctionCounter counter(
        String name, Iterable<Tag> tags, T of, ToDoubleFunction<T> value) {
      return server.more().counter(name, tagged(tags), of, value);
    }

    @Override
    public <T extends Number> FunctionCounter counter(String name, Iterable<Tag> tags, T number) {
      return server.more().counter(name, tagged(tags), number);
    }

    @Override
    public LongTaskTimer longTaskTimer(String name, Iterable<Tag> tags) {
      return server.more().longTaskTimer(name, tagged(tags));
    }

    @Override
    public <T> TimeGauge timeGauge(
        String name, Iterable<Tag> tags, T of, TimeUnit unit, ToDoubleFunction<T> value) {
      return server.more().timeGauge(name, tagged(tags), of, unit, value);
    }

    @Override
    public <T> FunctionTimer timer(
        String name,
        Iterable<Tag> tags,
        T of,
        ToLongFunction<T> count,
        ToDoubleFunction<T> total,
        TimeUnit unit) {
      return server.more().timer(name, tagged(tags), of, count, total, unit);
    }
  }
}

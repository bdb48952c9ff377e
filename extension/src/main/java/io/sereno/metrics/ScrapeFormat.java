package io.sereno.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How meters are shown. Prometheus refuses a whole scrape in which anything but counters and
 * buckets has exemplars, so these stand there alone.
 */
final class ScrapeFormat implements PrometheusConfig {

  @Override
  public @Nullable String get(String key) {
    return null;
  }

  @Override
  public Properties prometheusProperties() {
    Properties properties = new Properties();
    properties.setProperty("io.prometheus.exporter.exemplarsOnAllMetricTypes", "false");
    return properties;
  }
}

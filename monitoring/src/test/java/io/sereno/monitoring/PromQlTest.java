package io.sereno.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

  @Test
  void findsTheMetricsOfAnExpression() {
    assertThat(
            PromQl.metrics(
                """
                topk(10, sum by (http_route, le) (rate(requests_bucket{route=~"up{}|(a)"}[5m])))
                  / on (job) group_left () count (job:errors:rate5m offset 1h) > 14.4 * 1e3
                  or absent(up) unless (a_total)"""))
        .containsExactly("a_total", "job:errors:rate5m", "requests_bucket", "up");
  }
}

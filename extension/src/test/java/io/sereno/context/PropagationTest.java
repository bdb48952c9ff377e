package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Scope;
import io.sereno.context.opentelemetry.RecordingSpan;
import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.util.Map;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropagationTest {

  @AfterEach
  void stop() {
    Propagation.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "*, api.acme.com, true",
    "none, api.acme.com, false",
    "api.acme.com, API.acme.com, true",
    "api.acme.com, an.api.acme.com, false",
    "*.Acme.com, api.acme.com, true",
    "*.acme.com, a.b.acme.com, true",
    "*.acme.com, acme.com, false",
    "*.acme.com, evilacme.com, false",
    "'localhost, [::1]', [::1], true",
    "'localhost, *.acme.com', api.acme.com.evil.org, false"
  })
  void reachesTheHostsThatAreNamed(String propagate, String host, boolean reached) {
    start(Map.of("sereno.context.propagate", propagate));

    assertThat(Propagation.reaches(host)).isEqualTo(reached);
  }

  @Test
  void aCallWithoutAHostIsReachedByAnyOnly() {
    assertThat(Propagation.reaches(null)).isTrue();

    start(Map.of("sereno.context.propagate", "*.acme.com"));
    assertThat(Propagation.reaches(null)).isFalse();
  }

  @Test
  void refusesWhatIsNoHost() {
    Settings settings =
        TestSettings.of(
            Map.of(
                "sereno.context.propagate",
                "https://acme.com",
                "sereno.context.enabled",
                "maybe",
                "sereno.context.message-user",
                "some"));
    ContextSettings.read(settings);

    assertThat(settings.problems())
        .extracting(Object::toString)
        .containsExactly(
            "sereno.context.enabled = \"maybe\": write true or false",
            "sereno.context.propagate = \"https://acme.com\": write names of hosts such as"
                + " api.acme.com or *.acme.com, * for all, or none",
            "sereno.context.message-user = \"some\": write true or false");
  }

  @Test
  void switchedOffThereIsNoContext() {
    start(Map.of("sereno.context.enabled", "false"));
    Context context = Context.received(null, "r1");

    try (ContextScope scope = context.open();
        Scope span =
            RecordingSpan.of("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331")
                .makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(span).isNotNull();
      assertThat(Context.current()).isSameAs(Context.NONE);
      assertThat(MDC.getMap()).isEmpty();
    }
  }

  private static void start(Map<String, String> settings) {
    Propagation.start(
        ContextSettings.read(TestSettings.of(settings)), name -> false, new Figures().failures());
  }
}

package io.sereno.it.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.ServerOutput;
import jakarta.inject.Inject;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

@ArquillianTest
class FatWarIT {

  @Inject Greeter greeter;
  @Inject Notes notes;

  @Test
  void beanIsInjectedInsideTheServer() {
    assertThat(greeter.greet("night")).isEqualTo("Good evening, night");
  }

  @Test
  void entityIsStored() {
    notes.add("The clock has struck ten");

    assertThat(notes.texts()).containsExactly("The clock has struck ten");
  }

  @Test
  @RunAsClient
  void resourceAnswers(@ArquillianResource URL root) {
    Http.Response response = Http.at(root).get("api/greetings/watchman", "Accept", "text/plain");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("Good evening, watchman");
    assertThat(response.header("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
  }

  @Test
  @RunAsClient
  void bodyIsPosted(@ArquillianResource URL root) {
    assertThat(
            Http.at(root)
                .post(
                    "api/greetings",
                    "¡Las diez y sereno!",
                    "Content-Type",
                    "text/plain;charset=UTF-8")
                .body())
        .isEqualTo("¡Las diez y sereno!");
  }

  @Test
  @RunAsClient
  void consoleOfTheServerCanBeRead(@ArquillianResource URL root) {
    ServerOutput output = ServerOutput.fromNow();

    Http.at(root).get("api/greetings/Bego%C3%B1a");

    await()
        .untilAsserted(
            () -> assertThat(output.lines()).anyMatch(line -> line.contains("Greeting Begoña")));
  }
}

package io.sereno.it.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.it.Http;
import io.sereno.it.JsonLog;
import io.sereno.it.OnlyOn;
import io.sereno.it.Server;
import jakarta.json.JsonObject;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments and results in the lines of {@code @Logged} calls. */
@ArquillianTest
@RunAsClient
class LoggedValuesIT {

  @ArquillianResource URL root;

  private String answer = "";

  @Test
  void noAssociationIsLoaded() {
    String line = lines("entities", "Values.entities", 1).get(0);

    assertThat(answer).isEqualTo("false false, then true true with 1");
    String lazy = Server.current() == Server.PAYARA ? "IndirectList" : "PersistentBag";
    assertThat(line)
        .isEqualTo(
            "Values.entities(parcel=Parcel#42, reference=Carrier#7, lazy="
                + lazy
                + ", all=Map(1){all=List(2)[Parcel#42, Carrier#8]}) succeeded: Parcel#42");
  }

  @Test
  @OnlyOn({Server.WILDFLY, Server.WILDFLY_PLAIN})
  void noProxyIsLoaded() {
    assertThat(lines("reference", "Values.reference", 1))
        .containsExactly("Values.reference(reference=Carrier#7) succeeded: Carrier#7");
    assertThat(answer).isEqualTo("false");
  }

  @Test
  void anEjbsArgumentsAreShown() {
    assertThat(lines("ejb", "ValuesEjb.", 2))
        .containsExactly(
            "ValuesEjb.nothing() succeeded",
            "ValuesEjb.greet(name=Ada, times=int[](2)[1, 2]) succeeded: {0} Ada");
  }

  @ParameterizedTest
  @CsvSource({
    "throw, Hostile[how=throw]",
    "overflow, Hostile[how=overflow]",
    "null, Hostile[how=null]",
    "log, Hostile[how=log]",
    "itself, ArrayList(1)[ArrayList(1)[ArrayList(1)[ArrayList(1)]]]",
    "deep, List(1)[List(1)[List(1)[List(1)]]]"
  })
  void aHostileObjectGivesOneValidLine(String how, String shown) {
    String call = "Values.any(value=" + shown + ", secret=***)";

    assertThat(lines("hostile/" + how, "", 2))
        .containsExactly(call + " entered", call + " succeeded: " + shown);
  }

  @Test
  void aLongTextIsCut() {
    String shown = "x".repeat(256) + "…";

    assertThat(lines("hostile/long", "", 2))
        .endsWith("Values.any(value=" + shown + ", secret=***) succeeded: " + shown);
  }

  @Test
  void aTextIsDataAndOneLine() {
    assertThat(lines("hostile/lines", "", 2).get(1)).contains("{0} a\nline\u2028of 'its' own");
  }

  /** The messages of a request's lines that begin so, without the time that the calls took. */
  private List<String> lines(String what, String beginning, int count) {
    String id = "values-" + what.replace('/', '-');
    JsonLog log = JsonLog.fromNow();
    Http.Response response = Http.at(root).get("api/values/" + what, "X-Request-ID", id);
    assertThat(response.status()).isEqualTo(200);
    answer = response.body();
    return log.ofRequest(id, count).stream()
        .filter(line -> line.getString("log.logger").startsWith("io.sereno.it."))
        .map(LoggedValuesIT::message)
        .filter(message -> message.startsWith(beginning))
        .toList();
  }

  private static String message(JsonObject line) {
    return line.getString("message").replaceFirst(" in [0-9.]+ ms", "");
  }
}

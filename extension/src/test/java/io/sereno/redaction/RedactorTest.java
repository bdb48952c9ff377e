package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.Sensitive;
import io.sereno.settings.TestSettings;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor redactor =
      new Redactor(
          RedactionSettings.read(
              TestSettings.of(Map.of("sereno.redaction.names", "pet-name, colour"))));

  record Customer(String name, @Sensitive String tax, String iban, Address address) {}

  record Setting(String value, int number, String key) {}

  record Address(String street, LocalDate since) {}

  @Sensitive
  record Pin(String digits) {}

  static class Login {
    final String login = "ada";
    final String userPassword = "hunter2";
    private final String answer = "blue";

    @Sensitive
    public String getAnswer() {
      return answer;
    }

    @Override
    public String toString() {
      throw new IllegalStateException("must not be called");
    }
  }

  interface Known {
    @Sensitive
    String getAnswer();
  }

  static class Person implements Known {
    private final String answer = "blue";

    @Override
    public String getAnswer() {
      return answer;
    }
  }

  static class Node {
    final String name = "n";
    final Node next = this;
  }

  @Test
  void showsSimpleValuesAsText() {
    assertThat(redactor.show(null)).isEqualTo("null");
    assertThat(redactor.show("text")).isEqualTo("text");
    assertThat(redactor.show(42L)).isEqualTo("42");
    assertThat(redactor.show(new BigDecimal("1.50"))).isEqualTo("1.50");
    assertThat(redactor.show(DayOfWeek.MONDAY)).isEqualTo("MONDAY");
    assertThat(redactor.show(LocalDate.of(2026, 1, 31))).isEqualTo("2026-01-31");
    assertThat(redactor.show(Optional.of("x"))).isEqualTo("x");
  }

  @Test
  void masksWhatIsAnnotatedOrHasTheNameOfASecret() {
    Customer customer =
        new Customer("Ada", "X1234567L", "ES91…", new Address("Mayor 1", LocalDate.EPOCH));

    assertThat(redactor.show(customer))
        .isEqualTo(
            "Customer[name=Ada, tax=***, iban=***, address=Address[street=Mayor 1, since=1970-01-01]]");
    assertThat(redactor.show(new Login()))
        .isEqualTo("Login[login=ada, userPassword=***, answer=***]");
    assertThat(redactor.show(new Pin("1234"))).isEqualTo("***");
  }

  @Test
  void masksPropertiesWhoseGettersAreAnnotatedInAnInterface() throws Exception {
    assertThat(redactor.show(new Person())).isEqualTo("Person[answer=***]");
    assertThat(redactor.isSensitive(Person.class.getMethod("getAnswer"), "x", String.class))
        .isTrue();
  }

  @Test
  void keepsTheLastCharactersOfMapsValuesWhereAskedTo() {
    Redactor keeping =
        new Redactor(
            RedactionSettings.read(TestSettings.of(Map.of("sereno.redaction.keep-last4", "iban"))));

    assertThat(keeping.show(Map.of("iban", "ES9121000418450200051332")))
        .isEqualTo("Map(1){iban=***1332}");
    assertThat(keeping.show(Map.of("password", "ES9121000418450200051332")))
        .isEqualTo("Map(1){password=***}");
  }

  @Test
  void masksTheValueBesideTheNameOfASecret() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("value", "hunter2222");
    entries.put("since", "today");
    entries.put("owner", "ada");
    entries.put("name", "password");

    assertThat(redactor.show(entries))
        .isEqualTo("LinkedHashMap(4){value=***, since=today, owner=ada, …}");
    assertThat(redactor.show(Map.of("name", "password", "value", "hunter2222")))
        .doesNotContain("hunter");
    assertThat(redactor.show(Map.of("name", "colour of it", "value", "blue")))
        .doesNotContain("blue");
    assertThat(redactor.show(Map.of("name", "size", "value", "42"))).contains("value=42");
    assertThat(redactor.show(new Setting("hunter2222", 1, "password")))
        .isEqualTo("Setting[value=***, number=1, key=password]");
    assertThat(redactor.show(new Setting("42", 1, "size")))
        .isEqualTo("Setting[value=42, number=1, key=size]");
  }

  @Test
  void staysBoundedInDepthAndLength() {
    assertThat(redactor.show(new Node()))
        .isEqualTo("Node[name=n, next=Node[name=n, next=Node[name=n, next=Node]]]");
    assertThat(redactor.show("x".repeat(1_000_000))).hasSize(257).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "userPassword",
        "X-Api-Key",
        "api_key",
        "Authorization",
        "set-cookie",
        "TAX_ID",
        "customer.iban",
        "petName",
        "favouriteColour",
        "password_in",
        "secret.mode",
        "dbPasswordConfig",
        "DB_PASSWORD_CONFIG",
        "seed-phrases",
        "APIToken",
        "AWSSecret",
        "PINCode",
        "IBANs",
        "mytoken",
        "dbpwd",
        "userpass",
        "cards"
      })
  void knowsSecretsByTheirName(String name) {
    assertThat(redactor.isSensitive(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "name",
        "total",
        "path",
        "author",
        "status",
        "businessName",
        "className",
        "addressNumber",
        "process.name",
        "secretary",
        "company",
        "spinner",
        "sessions",
        "tokenType",
        "HTMLPage",
        "compass",
        "XMLParser",
        "com.acme.PasswordConfig",
        "TokenService"
      })
  void leavesOrdinaryNamesAlone(String name) {
    assertThat(redactor.isSensitive(name)).isFalse();
  }
}

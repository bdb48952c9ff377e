package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private static final String PROXY = "10.0.0.1";

  private final ClientAddress clients = new ClientAddress(List.of(Network.parse("10.0.0.0/8")));

  @Test
  void believesNoHeaderOfAStranger() {
    assertThat(of("203.0.113.9", "192.0.2.1")).isEqualTo("203.0.113.9");
  }

  @Test
  void readsTheHeaderOfATrustedProxyFromTheRight() {
    assertThat(of(PROXY, "6.6.6.6, 192.0.2.1, 10.0.0.2")).isEqualTo("192.0.2.1");
    assertThat(of(PROXY, "6.6.6.6", "192.0.2.1, 10.0.0.2")).isEqualTo("192.0.2.1");
  }

  @Test
  void stopsBeforeWhatIsNoAddress() {
    assertThat(of(PROXY, "192.0.2.1, \"><script>, 10.0.0.2")).isEqualTo("10.0.0.2");
    assertThat(of(PROXY, "unknown")).isEqualTo(PROXY);
    assertThat(of(PROXY, "")).isEqualTo(PROXY);
  }

  @Test
  void isTheFirstProxyWhenAllAreTrusted() {
    assertThat(of(PROXY, "10.9.9.9, 10.0.0.2")).isEqualTo("10.9.9.9");
    assertThat(of(PROXY)).isEqualTo(PROXY);
  }

  private String of(String peer, String... forwardedFor) {
    FakeRequest request = new FakeRequest("GET", "/app").from(peer);
    return clients.of(request.header("X-Forwarded-For", forwardedFor).get());
  }
}

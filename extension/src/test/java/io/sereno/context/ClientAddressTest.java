package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.sereno.FakeRequest;
import java.time.Duration;
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

  @Test
  void knowsIpv6() {
    ClientAddress behindIpv6 =
        new ClientAddress(List.of(Network.parse("2001:db8::/32"), Network.parse("127.0.0.1")));
    FakeRequest request =
        new FakeRequest("GET", "/app")
            .from("2001:db8:0:0:0:0:0:1")
            .header("X-Forwarded-For", "6.6.6.6, 2a00:1450::7, ::ffff:127.0.0.1, 2001:db8::2");

    assertThat(behindIpv6.of(request.get())).isEqualTo("2a00:1450::7");
  }

  @Test
  void leavesOutAPort() {
    assertThat(of(PROXY, "192.0.2.1:4711, 10.0.0.2:80")).isEqualTo("192.0.2.1");
    assertThat(of(PROXY, "\"[2a00:1450::7]:4711\", 10.0.0.2")).isEqualTo("10.0.0.2");
    assertThat(of(PROXY, "[2a00:1450::7]:4711, 10.0.0.2")).isEqualTo("2a00:1450::7");
    assertThat(of(PROXY, "[2a00:1450::7], 10.0.0.2")).isEqualTo("2a00:1450::7");
  }

  @Test
  void takesNoNameForAnAddress() {
    assertThat(of(PROXY, "localhost, 10.0.0.2")).isEqualTo("10.0.0.2");
    assertThat(of(PROXY, "localhost:80, 10.0.0.2")).isEqualTo("10.0.0.2");
    assertThat(of(PROXY, "[localhost]:80, 10.0.0.2")).isEqualTo("10.0.0.2");
    assertThat(of(PROXY, "192.0.2.1\r\nX: y, 10.0.0.2")).isEqualTo("10.0.0.2");
    assertThat(of(PROXY, "0x7f000001, 2130706433, 10.0.0.2")).isEqualTo("10.0.0.2");
  }

  @Test
  void readsAHostileHeaderInLinearTime() {
    String colons = ":".repeat(1_000_000) + 'x';

    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertThat(of(PROXY, colons + ", 10.0.0.2")).isEqualTo("10.0.0.2"));
    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertThat(of(PROXY, ",".repeat(1_000_000) + "10.0.0.2")).isEqualTo("10.0.0.2"));
  }

  private String of(String peer, String... forwardedFor) {
    FakeRequest request = new FakeRequest("GET", "/app").from(peer);
    return clients.of(request.header("X-Forwarded-For", forwardedFor).get());
  }
}

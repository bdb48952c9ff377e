package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenContextTest {

  private static final Context REQUEST =
      new Context("r1", "t1", "s1", null, "192.0.2.1", "GET", "/app/x", null);

  private final AtomicReference<@Nullable Principal> principal = new AtomicReference<>();
  private final OpenContext open = new OpenContext(REQUEST, principal::get, false);

  @AfterEach
  void detach() {
    open.detach();
  }

  @Test
  void showsInTheMdcAndOnTheThreadWhileAttached() {
    open.attach();

    assertThat(Context.current()).isEqualTo(REQUEST);
    assertThat(MDC.get("http.request.id")).isEqualTo("r1");
    assertThat(MDC.get("client.ip")).isEqualTo("192.0.2.1");
    assertThat(MDC.get("user.name")).isNull();
  }

  @Test
  void leavesNothingBehind() {
    MDC.put("app.key", "theirs");
    open.attach();
    Context.enterRoute("/app/{x}");
    open.detach();

    assertThat(Context.current()).isEqualTo(Context.NONE);
    assertThat(MDC.getMap()).containsOnlyKeys("app.key");
    MDC.remove("app.key");
  }

  @Test
  void learnsTheRouteAndALateLogin() {
    open.attach();
    Context.enterRoute("/app/{x}");
    principal.set(() -> "clerk");

    assertThat(Context.current()).isEqualTo(REQUEST.withRoute("/app/{x}").withUser("clerk"));
    assertThat(MDC.get("http.route")).isEqualTo("/app/{x}");
    assertThat(MDC.get("user.name")).isEqualTo("clerk");
  }

  @Test
  void survivesAServerThatLogsWhileItTellsTheUser() {
    OpenContext recursive =
        new OpenContext(
            REQUEST,
            () -> {
              Context.current();
              return () -> "clerk";
            },
            false);
    recursive.attach();

    assertThat(Context.current().user()).isEqualTo("clerk");
    recursive.detach();
  }

  @Test
  void isTheSameInstanceUntilSomethingChanges() {
    open.attach();
    assertThat(Context.current()).isSameAs(Context.current());

    principal.set(() -> "clerk");
    assertThat(Context.current()).isSameAs(Context.current());
  }

  @Test
  void seesALogoutAndAnotherLogin() {
    open.attach();
    principal.set(() -> "clerk");
    assertThat(Context.current().user()).isEqualTo("clerk");

    principal.set(null);
    assertThat(Context.current().user()).isNull();
    assertThat(MDC.get("user.name")).isNull();
    assertThat(open.atEnd().user()).isEqualTo("clerk");

    principal.set(() -> "auditor");
    assertThat(Context.current().user()).isEqualTo("auditor");
    assertThat(open.atEnd().user()).isEqualTo("auditor");
  }

  @Test
  void doesNotAskARequestThatIsOver() {
    open.attach();
    principal.set(() -> "clerk");
    open.forgetCaller();

    assertThat(Context.current().user()).isNull();
  }

  @Test
  void doesWithoutAUserThatCannotBeTold() {
    OpenContext broken =
        new OpenContext(
            REQUEST,
            () -> {
              throw new IllegalStateException("the request is over");
            },
            false);
    broken.attach();

    assertThat(Context.current()).isEqualTo(REQUEST);
    broken.detach();
  }

  @Test
  void detachesOnlyItself() {
    OpenContext other = new OpenContext(REQUEST.withUser("other"));
    open.attach();
    other.detach();

    assertThat(Context.current()).isEqualTo(REQUEST);
  }
}

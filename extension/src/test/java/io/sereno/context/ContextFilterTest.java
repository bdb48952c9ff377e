package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import io.sereno.figures.Figures;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextFilterTest {

  private final List<EndedRequest> ended = new ArrayList<>();
  private final Requests requests =
      new Requests(ContextSettings.DEFAULT, List.of(ended::add), new Figures().failures());
  private final ContextFilter filter = new ContextFilter(requests);
  private final ContextListener listener = new ContextListener(requests);
  private final FakeResponse response = new FakeResponse();

  @Test
  void carriesTheContextThroughTheRequestAndTellsItsEnd() throws Exception {
    HttpServletRequest request =
        new FakeRequest("GET", "/app/api/things/7")
            .mapping("/api/*", MappingMatch.PATH)
            .header("X-Request-ID", "abc")
            .user("clerk")
            .get();

    listener.requestInitialized(event(request));
    filter.doFilter(
        request,
        response.get(),
        (q, a) -> {
          assertThat(Context.current().requestId()).isEqualTo("abc");
          assertThat(Context.current().user()).isEqualTo("clerk");
          ((HttpServletResponse) a).setStatus(201);
        });
    listener.requestDestroyed(event(request));

    assertThat(Context.current()).isEqualTo(Context.NONE);
    assertThat(response.headers("X-Request-ID")).containsExactly("abc");
    assertThat(ended)
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.status()).isEqualTo(201);
              assertThat(end.failure()).isNull();
              assertThat(end.nanos()).isPositive();
              assertThat(end.context().route()).isEqualTo("/app/api/*");
            });
  }

  @Test
  void tellsOfTheStatementsOfTheRequest() throws Exception {
    filter.doFilter(
        new FakeRequest("GET", "/app/x").get(),
        response.get(),
        (q, a) -> {
          StatementCount.current().add(30);
          StatementCount.current().add(12);
        });
    filter.doFilter(new FakeRequest("GET", "/app/y").get(), response.get(), (q, a) -> {});

    assertThat(ended).extracting(EndedRequest::statements).containsExactly(2L, 0L);
    assertThat(ended).extracting(EndedRequest::statementNanos).containsExactly(42L, 0L);
  }

  @Test
  void countsAnExceptionThatLeavesAsAServerError() {
    ServletException thrown = new ServletException("boom");
    HttpServletRequest request = new FakeRequest("GET", "/app/boom").get();

    assertThatThrownBy(
            () ->
                filter.doFilter(
                    request,
                    response.get(),
                    (q, a) -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);

    assertThat(ended)
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.status()).isEqualTo(500);
              assertThat(end.failure()).isSameAs(thrown);
            });
    requests.contextOf(request).detach();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 501})
  void pathsThatLeadNowhereShareARoute(int status) throws Exception {
    HttpServletRequest request = new FakeRequest("GET", "/app/a/b/c").get();

    filter.doFilter(request, response.get(), (q, a) -> ((HttpServletResponse) a).setStatus(status));

    assertThat(ended).extracting(end -> end.context().route()).containsExactly("unmatched");
    requests.contextOf(request).detach();
  }

  @Test
  void thePathIsReadableAndBounded() {
    assertThat(path("/app/a%20b;jsessionid=1/c")).isEqualTo("/app/a b/c");
    assertThat(path("/app/" + "x".repeat(10) + "/" + "4".repeat(3_000)))
        .isEqualTo("/app/xxxxxxxxxx/");
  }

  @Test
  void theLastUserIsOnTheRecord() throws Exception {
    AtomicReference<@Nullable Principal> principal = new AtomicReference<>();
    HttpServletRequest request = new FakeRequest("GET", "/app/x").user(principal::get).get();

    filter.doFilter(
        request,
        response.get(),
        (q, a) -> {
          assertThat(Context.current().user()).isNull();
          principal.set(() -> "clerk"); // as request.login() does
          assertThat(Context.current().user()).isEqualTo("clerk");
          principal.set(null); // as request.logout() does
          assertThat(Context.current().user()).isNull();
          principal.set(() -> "auditor");
        });

    assertThat(ended).extracting(end -> end.context().user()).containsExactly("auditor");
    requests.contextOf(request).detach();
  }

  @Test
  void countsTheAnswerIfSomebodyWantsToKnow() throws Exception {
    Requests counting =
        new Requests(
            ContextSettings.DEFAULT,
            List.of(end -> {}, new CountingObserver()),
            new Figures().failures());
    HttpServletRequest request = new FakeRequest("GET", "/app/x").get();

    new ContextFilter(counting)
        .doFilter(
            request, response.get(), (q, a) -> a.getOutputStream().write(new byte[] {1, 2, 3}));

    assertThat(ended)
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.bytes()).isEqualTo(3);
              assertThat(end.resource()).isEqualTo("/x");
              assertThat(end.noted()).isEqualTo(Map.of("noted", "GET"));
            });
    counting.contextOf(request).detach();
  }

  @Test
  void anAsynchronousDispatchKeepsTheApplicationsOwnWrapper() throws Exception {
    Requests counting =
        new Requests(
            ContextSettings.DEFAULT, List.of(new CountingObserver()), new Figures().failures());
    ContextFilter counts = new ContextFilter(counting);
    HttpServletRequest request = new FakeRequest("GET", "/app/x").get();
    AtomicReference<@Nullable ServletResponse> wrapper = new AtomicReference<>();
    counts.doFilter(
        request,
        response.get(),
        (q, a) -> wrapper.set(new HttpServletResponseWrapper((HttpServletResponse) a)));

    counts.doFilter(
        request,
        Objects.requireNonNull(wrapper.get()),
        (q, a) -> assertThat(a).isSameAs(wrapper.get()));
    counting.contextOf(request).detach();
  }

  @Test
  void aRequestThatEndsElsewhereLeavesNothingOnItsThread() throws Exception {
    HttpServletRequest request = new FakeRequest("GET", "/app/x").user("clerk").get();
    assertThatThrownBy(
            () ->
                filter.doFilter(
                    request,
                    response.get(),
                    (q, a) -> {
                      throw new IllegalStateException("expected by a test");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Context.current().user()).isEqualTo("clerk"); // for the container to tell of it

    Thread other = new Thread(() -> listener.requestDestroyed(event(request)));
    other.start();
    other.join();

    assertThat(OnThread.isOccupied()).isFalse();
    assertThat(Context.current()).isSameAs(Context.NONE);
    assertThat(MDC.getMap()).isEmpty();
  }

  @Test
  void anotherPieceOfWorkDoesNotStandUponOneThatHasEnded() {
    OpenContext ended = requests.contextOf(new FakeRequest("GET", "/app/x").get());
    ended.attach();
    ended.end();
    try (ContextScope scope = Context.received(null, "r2").open()) {
      assertThat(scope).isNotNull();
      assertThat(Context.current().requestId()).isEqualTo("r2");
    }

    assertThat(MDC.getMap()).isEmpty();
  }

  @Test
  void anAsynchronousDispatchGoesOnWithWhatSeemedToHaveEnded() throws Exception {
    HttpServletRequest request =
        new FakeRequest("GET", "/app/x").header("X-Request-ID", "r1").get();
    listener.requestInitialized(event(request));
    listener.requestDestroyed(event(request)); // as some do when the first thread is done

    filter.doFilter(
        request,
        response.get(),
        (q, a) -> assertThat(Context.current().requestId()).isEqualTo("r1"));
    assertThat(Context.current()).isSameAs(Context.NONE);
  }

  @Test
  void aRequestGoesOnWhoseContextCannotBeOpened() throws Exception {
    HttpServletRequest request =
        new FakeRequest("GET", "/app/x")
            .user(
                () -> {
                  throw new AssertionError("expected by a test");
                })
            .get();

    listener.requestInitialized(event(request));
    filter.doFilter(request, response.get(), (q, a) -> a.getOutputStream().write('x'));
    listener.requestDestroyed(event(request));

    assertThat(response.body()).isEqualTo("x");
    assertThat(OnThread.isOccupied()).isFalse();
    assertThat(MDC.getMap()).isEmpty();
  }

  @Test
  void theApplicationsOwnAnswerToAnAsynchronousErrorCounts() throws Exception {
    EndedRequest own = failedAsynchronously(503, "sorry");
    assertThat(own.status()).isEqualTo(503);
    assertThat(own.bytes()).isEqualTo(5);
    assertThat(own.failure()).hasMessage("expected by a test");

    EndedRequest containers = failedAsynchronously(500, "");
    assertThat(containers.status()).isEqualTo(500);
    assertThat(containers.bytes()).isEqualTo(EndedRequest.UNKNOWN);
  }

  @Test
  void workThatIsGivenBackAtOnceEndsWhenItIsComplete() throws Exception {
    InMemoryAsync asynchronous = new InMemoryAsync();
    HttpServletRequest request =
        new FakeRequest("GET", "/app/x").dispatched(asynchronous.get()).get();

    filter.doFilter(request, response.get(), (q, a) -> q.startAsync());
    assertThat(ended).isEmpty();
    response.get().setStatus(202);
    asynchronous.complete();
    asynchronous.complete();

    assertThat(ended).extracting(EndedRequest::status).containsExactly(202);
  }

  @Test
  void theEndOfAsynchronousWorkIsToldInItsContext() throws Exception {
    List<Context> contexts = new ArrayList<>();
    Requests telling =
        new Requests(
            ContextSettings.DEFAULT,
            List.of(end -> contexts.add(Context.current())),
            new Figures().failures());
    InMemoryAsync asynchronous = new InMemoryAsync();
    HttpServletRequest request =
        new FakeRequest("GET", "/app/x")
            .header("X-Request-ID", "r1")
            .dispatched(asynchronous.get())
            .get();
    new ContextFilter(telling).doFilter(request, response.get(), (q, a) -> q.startAsync());
    asynchronous.complete();

    assertThat(contexts).extracting(Context::requestId).containsExactly("r1");
    assertThat(OnThread.isOccupied()).isFalse();
  }

  @Test
  void whatHasBegunEndsOnceWhateverBecomesOfIt() throws Exception {
    List<String> told = new ArrayList<>();
    Requests telling =
        new Requests(
            ContextSettings.DEFAULT, List.of(new TellingObserver(told)), new Figures().failures());
    ContextFilter tells = new ContextFilter(telling);
    HttpServletRequest failing = new FakeRequest("PUT", "/app/x").get();

    tells.doFilter(new FakeRequest("GET", "/app/x").get(), response.get(), (q, a) -> {});
    assertThatThrownBy(
            () ->
                tells.doFilter(
                    failing,
                    response.get(),
                    (q, a) -> {
                      throw new StackOverflowError("expected by a test");
                    }))
        .isInstanceOf(StackOverflowError.class);
    telling.contextOf(failing).detach();
    tells.doFilter( // the application's error page for it
        new FakeRequest("PUT", "/app/x")
            .dispatch(DispatcherType.ERROR)
            .attribute("io.sereno.context", failing.getAttribute("io.sereno.context"))
            .get(),
        response.get(),
        (q, a) -> {});

    assertThat(told).containsExactly("GET begun", "GET ended", "PUT begun", "PUT ended");
  }

  @Test
  void whatTheContainerRefusesIsToldByTheErrorPageOrAtItsEnd() throws Exception {
    List<String> told = new ArrayList<>();
    Requests telling =
        new Requests(
            ContextSettings.DEFAULT, List.of(new TellingObserver(told)), new Figures().failures());
    HttpServletRequest withPage =
        new FakeRequest("GET", "/app/x").dispatch(DispatcherType.ERROR).get();
    HttpServletRequest without = new FakeRequest("PUT", "/app/x").get();
    telling.contextOf(without).attach();

    new ContextFilter(telling).doFilter(withPage, response.get(), (q, a) -> {});
    telling.forget(withPage);
    telling.forget(without);

    assertThat(told).containsExactly("GET begun", "GET ended", "PUT refused");
  }

  @Test
  void aBodyIsAsLongAsItWasRead() throws Exception {
    assertThat(received("text/plain", q -> q.getInputStream().readNBytes(3))).isEqualTo(3);
    assertThat(received("text/plain", q -> q.getInputStream().readAllBytes())).isEqualTo(8);
    assertThat(received("text/plain", q -> q.getInputStream().skip(2))).isEqualTo(2);
    assertThat(received("text/plain", q -> {})).isZero();
    assertThat(received("text/plain", q -> q.getParameter("name"))).isZero();
    assertThat(
            received(
                "application/x-www-form-urlencoded; charset=UTF-8", q -> q.getParameter("name")))
        .isEqualTo(8);
  }

  private long received(String type, Reading reading) throws Exception {
    ended.clear();
    HttpServletRequest request = new FakeRequest("POST", "/app/x").body(type, "name=ada").get();
    filter.doFilter(request, response.get(), (q, a) -> reading.read((HttpServletRequest) q));
    return ended.get(0).received();
  }

  private interface Reading {
    void read(HttpServletRequest request) throws IOException;
  }

  private EndedRequest failedAsynchronously(int status, String answer) throws Exception {
    ended.clear();
    InMemoryAsync asynchronous = new InMemoryAsync();
    HttpServletRequest request =
        new FakeRequest("GET", "/app/x").asynchronous(asynchronous.get()).get();
    FakeResponse answered = new FakeResponse();
    Requests counting =
        new Requests(
            ContextSettings.DEFAULT, List.of(new CountingObserver()), new Figures().failures());
    AtomicReference<@Nullable ServletResponse> supplied = new AtomicReference<>();
    new ContextFilter(counting).doFilter(request, answered.get(), (q, a) -> supplied.set(a));

    asynchronous.fail(new IllegalStateException("expected by a test"));
    HttpServletResponse own =
        (HttpServletResponse) Objects.requireNonNull(supplied.get()); // in a listener of its own
    own.setStatus(status);
    own.getOutputStream().print(answer);
    asynchronous.complete();
    return ended.get(0);
  }

  @Test
  void anObserverThatFailsDoesNotSilenceTheOthers() throws Exception {
    RequestObserver failing =
        new RequestObserver() {
          @Override
          public void ended(EndedRequest end) {
            throw new AssertionError("expected by a test");
          }

          @Override
          public Map<String, Object> note(HttpServletRequest noted) {
            throw new AssertionError("expected by a test");
          }
        };
    Requests both =
        new Requests(
            ContextSettings.DEFAULT,
            List.of(failing, new CountingObserver()),
            new Figures().failures());
    HttpServletRequest request = new FakeRequest("GET", "/app/x").get();
    new ContextFilter(both).doFilter(request, response.get(), (q, a) -> {});

    assertThat(ended)
        .extracting(EndedRequest::noted)
        .containsExactly(Map.<String, Object>of("noted", "GET"));
    both.contextOf(request).detach();
  }

  private @Nullable String path(String uri) {
    return requests.contextOf(new FakeRequest("GET", uri).get()).context().path();
  }

  private static ServletRequestEvent event(HttpServletRequest request) {
    ServletContext none =
        (ServletContext)
            Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> null);
    return new ServletRequestEvent(none, request);
  }

  private record TellingObserver(List<String> told) implements RequestObserver {

    @Override
    public void begun(Context context) {
      told.add(context.method() + " begun");
    }

    @Override
    public void ended(EndedRequest end) {
      told.add(end.context().method() + " ended");
    }

    @Override
    public void refused(Context context) {
      told.add(context.method() + " refused");
    }
  }

  private final class CountingObserver implements RequestObserver {

    @Override
    public void ended(EndedRequest end) {
      ended.add(end);
    }

    @Override
    public boolean countsBytes() {
      return true;
    }

    @Override
    public Map<String, Object> note(HttpServletRequest noted) {
      return Map.of("noted", noted.getMethod());
    }
  }
}

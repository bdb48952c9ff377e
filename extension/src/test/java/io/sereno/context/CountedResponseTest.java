package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CountedResponseTest {

  private static final int CHARACTERS = 20_000;

  private final FakeResponse fake = new FakeResponse();
  private final HttpServletRequest request = new FakeRequest("GET", "/app/x").get();
  private final CountedResponse response = CountedResponse.of(request, fake.get());

  @Test
  void countsWhatGoesThroughTheStream() throws IOException {
    ServletOutputStream stream = response.getOutputStream();
    stream.write('x');
    stream.write(new byte[] {1, 2, 3});
    stream.write(new byte[10], 2, 5);
    stream.print("abc");

    assertThat(response.bytes("GET")).isEqualTo(12).isEqualTo(fake.body().length());
  }

  @Test
  void countsTheBytesOfCharacters() throws IOException {
    PrintWriter writer = response.getWriter();
    writer.print("\u00e4\u20ac\uD83C\uDF19");
    writer.write('x');
    writer.append("yz", 0, 1).printf("%d", 42);
    writer.print(new char[] {'\u00e4', 'b'});
    writer.println(true);

    assertThat(response.bytes("GET"))
        .isEqualTo(fake.body().getBytes(StandardCharsets.UTF_8).length)
        .isEqualTo(9 + 1 + 1 + 2 + 3 + 4 + System.lineSeparator().length());
  }

  @Test
  void aSingleCharacterAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    BodySize size = new BodySize();
    CountedWriter writer =
        new CountedWriter(new PrintWriter(Writer.nullWriter()), size, StandardCharsets.UTF_8);
    long thread = Thread.currentThread().getId();
    writeMany(writer);
    long before = threads.getThreadAllocatedBytes(thread);

    writeMany(writer);

    assertThat((threads.getThreadAllocatedBytes(thread) - before) / CHARACTERS).isZero();
    assertThat(size.bytes()).isEqualTo(2 * 2 * CHARACTERS);
  }

  private static void writeMany(CountedWriter writer) {
    for (int i = 0; i < CHARACTERS; i++) {
      writer.write('\u00e4');
    }
  }

  @Test
  void believesTheAnnouncedLengthOfWhatPassedBy() {
    response.setContentLengthLong(1_234);
    assertThat(response.bytes("GET")).isEqualTo(1_234);

    response.setHeader("content-length", "77");
    assertThat(response.bytes("GET")).isEqualTo(77);
  }

  @Test
  void thereIsNoBodyWhereThereMayBeNone() {
    response.setContentLength(10);
    assertThat(response.bytes("HEAD")).isZero();

    response.setStatus(304);
    assertThat(response.bytes("GET")).isZero();
  }

  @Test
  void anEmptyAnswerHasNoBytes() {
    assertThat(response.bytes("GET")).isZero();
  }

  @Test
  void doesNotKnowWhatTheContainerWrites() throws IOException {
    response.getOutputStream().write(1);
    response.sendError(404);

    assertThat(response.bytes("GET")).isEqualTo(EndedRequest.UNKNOWN);
  }

  @Test
  void stillKnowsWhatWasWrittenWhenAnErrorComesTooLate() throws IOException {
    response.getOutputStream().write(new byte[5]);
    fake.commit();

    assertThatThrownBy(() -> response.sendError(500)).isInstanceOf(IllegalStateException.class);
    assertThat(response.bytes("GET")).isEqualTo(5);
  }

  @Test
  void countsTheApplicationsOwnErrorPage() throws IOException {
    response.sendError(404);
    CountedResponse dispatched = CountedResponse.of(request, fake.get());
    dispatched.getOutputStream().write(new byte[9]);

    assertThat(response.bytes("GET")).isEqualTo(9);
  }

  @Test
  void doesNotKnowWhatGoesOnElsewhere() throws IOException {
    response.getOutputStream().write(1);
    response.passedBy();

    assertThat(response.bytes("GET")).isEqualTo(EndedRequest.UNKNOWN);
  }

  @Test
  void findsTheAnswerAgainAfterADispatch() throws IOException {
    response.passedBy();
    HttpServletResponse dispatched = CountedResponse.of(request, fake.get());
    dispatched.getOutputStream().write(1);

    assertThat(response.bytes("GET")).isEqualTo(1);
  }

  @Test
  void wrapsNoResponseTwice() {
    assertThat(CountedResponse.of(request, response)).isSameAs(response);
  }

  @Test
  void forgetsWhatWasTakenBack() throws IOException {
    response.getOutputStream().write(new byte[5]);
    response.resetBuffer();
    response.getOutputStream().write(1);

    assertThat(response.bytes("GET")).isEqualTo(1);
  }
}

package io.sereno.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * What the server wrote to its console since a moment, standard output and standard error in one,
 * without colours.
 *
 * <pre>{@code
 * ServerOutput output = ServerOutput.fromNow();
 * http.get("api/invoices");
 * await().untilAsserted(() -> assertThat(output.lines()).anyMatch(line -> line.contains("invoices")));
 * }</pre>
 *
 * A line arrives a moment after it was written: wait for it. For the client's side only.
 *
 * <p>Both adapters copy the server's console to {@code System.out} of the tests' JVM, and nothing
 * else is meant to be written there: it goes to the file that the system property {@code
 * server.output} names.
 */
public final class ServerOutput {

  private static final Path FILE =
      Path.of(System.getProperty("server.output", "target/server-output/server.log"));

  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

  private final int start;

  private ServerOutput(int start) {
    this.start = start;
  }

  /** The lines from here on. */
  public static ServerOutput fromNow() {
    return new ServerOutput(allLines().size());
  }

  /** The lines since the server began to boot. */
  public static ServerOutput fromBoot() {
    return new ServerOutput(0);
  }

  /** The whole lines so far, oldest first. */
  public List<String> lines() {
    List<String> lines = allLines();
    return lines.subList(start, lines.size());
  }

  private static List<String> allLines() {
    try {
      String text = new String(Files.readAllBytes(FILE), UTF_8); // its end may be half a character
      String wholeLines = text.substring(0, text.lastIndexOf('\n') + 1);
      return COLOURS.matcher(wholeLines).replaceAll("").lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins before the adapter boots its server. */
  public static final class Capture implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
      try {
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        System.setOut(new PrintStream(new FileOutputStream(FILE.toFile()), true, UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

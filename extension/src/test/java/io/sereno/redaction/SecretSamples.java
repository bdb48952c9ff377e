package io.sereno.redaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;

/** Lines with secrets in them, and ordinary ones, for every outlet there is. */
public final class SecretSamples {

  private static final int ORDINARY = 12_000;
  private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9]+)}");
  private static final String HEX = "0123456789abcdef";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final List<String> CLASSES =
      List.of("InvoiceService", "OrderResource", "TokenFilter", "SessionRegistry", "PinBoard");
  private static final List<String> METHODS = List.of("approve", "find", "doFilter", "onEvent");
  private static final List<String> USERS = List.of("ada", "clerk7", "Grace Hopper", "o.neil");
  private static final List<String> PATHS =
      List.of("invoices/7", "static/app.js", "tokens/list", "password/reset", "img/logo@2x.png");

  private static final String AT_END = "/end";

  private SecretSamples() {}

  /**
   * A line with a secret.
   *
   * @param line the whole line
   * @param secret what must not be shown of it
   * @param atEndOnly whether it is known for one only where a text ends, since the rest was cut off
   */
  public record Positive(String kind, String line, String secret, boolean atEndOnly) {}

  /** The lines with secrets. */
  public static List<Positive> positives() {
    return lines("secrets.txt").stream().map(SecretSamples::positive).toList();
  }

  private static Positive positive(String sample) {
    String[] columns = sample.split("\t", 2);
    String line = columns[1].replace("‖", "").replace('⏎', '\n');
    int start = line.indexOf('⟦');
    int end = line.indexOf('⟧');
    return new Positive(
        columns[0].replace(AT_END, ""),
        line.replace("⟦", "").replace("⟧", ""),
        line.substring(start + 1, end),
        columns[0].endsWith(AT_END));
  }

  /** More than ten thousand lines without a secret, always the same. */
  public static List<String> ordinary() {
    List<String> templates = lines("ordinary.txt");
    Random random = new Random(20_261_123);
    List<String> ordinary = new ArrayList<>();
    for (int i = 0; i < ORDINARY; i++) {
      String template = templates.get(i % templates.size());
      ordinary.add(
          PLACE
              .matcher(template)
              .replaceAll(
                  place ->
                      java.util.regex.Matcher.quoteReplacement(
                          fill(place.group(), place.group(1), random))));
    }
    return ordinary;
  }

  private static String fill(String written, String what, Random random) {
    return switch (what) {
      case "n" -> String.valueOf(random.nextInt(10_000));
      case "big" -> String.valueOf(random.nextInt(1_000_000_000));
      case "big16" -> text(HEX, 16, random);
      case "trace", "md5" -> text(HEX, 32, random);
      case "sha1" -> text(HEX, 40, random);
      case "sha256" -> text(HEX, 64, random);
      case "b64" -> text(BASE64, 300, random);
      case "uuid" -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
      case "iso" -> instant(random).toString();
      case "clock" -> instant(random).toString().substring(11, 19);
      case "epoch" -> String.valueOf(instant(random).toEpochMilli());
      case "ip" -> "192.0.2." + random.nextInt(256);
      case "order" -> "ORD-2026" + (10_000_000 + random.nextInt(90_000_000));
      case "price" -> random.nextInt(10_000) + "." + (10 + random.nextInt(90));
      case "pct" -> String.valueOf(random.nextInt(101));
      case "phone" -> "+34 9" + (10_000_000 + random.nextInt(90_000_000));
      case "class" -> one(CLASSES, random);
      case "method" -> one(METHODS, random);
      case "user" -> one(USERS, random);
      case "path" -> one(PATHS, random);
      default -> written;
    };
  }

  private static Instant instant(Random random) {
    return Instant.ofEpochMilli(1_760_000_000_000L + random.nextInt());
  }

  private static String one(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static String text(String alphabet, int length, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static List<String> lines(String resource) {
    try (InputStream in =
            Objects.requireNonNull(SecretSamples.class.getResourceAsStream(resource));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.sereno.redaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of cloud, forge, chat and payment providers that are known by how they begin; {@code
 * token-shapes.txt} is the table of them.
 */
final class TokenShapes implements Detector {

  private static final String TABLE = "token-shapes.txt";

  private static final int ASCII = 128;

  /** The shapes by the first two characters of their prefix, longer prefixes first. */
  private final TokenShape[] @Nullable [] byPair = new TokenShape[ASCII * ASCII][];

  private final List<String> triggers;

  TokenShapes() {
    this(read());
  }

  private TokenShapes(List<TokenShape> shapes) {
    Map<String, List<TokenShape>> byTrigger =
        shapes.stream()
            .sorted(Comparator.comparingInt(shape -> -shape.prefix().length()))
            .collect(Collectors.groupingBy(shape -> shape.prefix().substring(0, 2)));
    byTrigger.forEach((pair, same) -> byPair[index(pair, 0)] = same.toArray(TokenShape[]::new));
    this.triggers =
        shapes.stream()
            .map(TokenShape::prefix)
            .map(prefix -> prefix.substring(0, Math.min(3, prefix.length())))
            .distinct()
            .toList();
  }

  @Override
  public String kind() {
    return "token of a known provider";
  }

  @Override
  public List<String> triggers() {
    return triggers;
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    TokenShape[] shapes = byPair[index(text, at)];
    if (shapes == null) {
      return Span.NONE;
    }
    for (TokenShape shape : shapes) {
      long found = shape.find(text, at, truncated);
      if (found != Span.NONE) {
        return found;
      }
    }
    return Span.NONE;
  }

  /** Of a trigger, which is ASCII. */
  private static int index(CharSequence text, int at) {
    return text.charAt(at) * ASCII + text.charAt(at + 1);
  }

  static List<TokenShape> read() {
    try (InputStream table = TokenShapes.class.getResourceAsStream(TABLE)) {
      if (table == null) {
        throw new IllegalStateException(TABLE + " is missing");
      }
      return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(TokenShape::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.sereno.redaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of cloud, forge, chat and payment providers that are known by how they begin; {@code
 * token-shapes.txt} is the table of them.
 */
final class TokenShapes implements Detector {

  private static final String TABLE = "token-shapes.txt";

  /** The shapes by the first character of their prefix, longer prefixes first. */
  private final TokenShape[] @Nullable [] byFirst = new TokenShape[128][];

  private final List<String> triggers;

  TokenShapes() {
    this(read());
  }

  private TokenShapes(List<TokenShape> shapes) {
    shapes.stream()
        .sorted((a, b) -> b.prefix().length() - a.prefix().length())
        .collect(Collectors.groupingBy(shape -> shape.prefix().charAt(0)))
        .forEach((first, same) -> byFirst[first] = same.toArray(TokenShape[]::new));
    this.triggers =
        shapes.stream().map(shape -> shape.prefix().substring(0, 2)).distinct().toList();
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
    TokenShape[] shapes = byFirst[text.charAt(at)];
    if (shapes == null) {
      return Span.NONE;
    }
    char second = Chars.at(text, at + 1);
    for (TokenShape shape : shapes) {
      if (shape.prefix().charAt(1) == second) {
        long found = shape.find(text, at, truncated);
        if (found != Span.NONE) {
          return found;
        }
      }
    }
    return Span.NONE;
  }

  private static List<TokenShape> read() {
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

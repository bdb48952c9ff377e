package io.sereno.endpoints;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client would like to have, by a header such as {@code Accept} or {@code Accept-Encoding}.
 * What is no valid preference is left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-quality-values">RFC 9110</a>
 */
public final class Preferences {

  private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");
  private static final Pattern NAME = Pattern.compile("[!-~&&[^\",;]]+");

  private final List<Preference> preferences;

  private Preferences(List<Preference> preferences) {
    this.preferences = preferences;
  }

  /** Those that stand in a header, however often it is there. */
  public static Preferences of(HttpServletRequest request, String header) {
    return new Preferences(
        Collections.list(request.getHeaders(header)).stream()
            .flatMap(value -> Stream.of(value.split(",", -1)))
            .map(Preference::parse)
            .flatMap(Stream::ofNullable)
            .toList());
  }

  /**
   * How much this is liked, from 0 to 1: by its own name, else by its kind, such as {@code text/*},
   * else by what stands for anything; 0 if nothing speaks of it.
   */
  public double quality(String name) {
    if (names(name)) {
      return best(preference -> preference.name.equals(name));
    }
    String kind = name.substring(0, name.indexOf('/') + 1) + '*';
    return preferences.stream().anyMatch(preference -> preference.name.equals(kind))
        ? best(preference -> preference.name.equals(kind))
        : best(preference -> preference.name.equals("*/*"));
  }

  /** Whether it is spoken of by its own name. */
  public boolean names(String name) {
    return preferences.stream().anyMatch(preference -> preference.name.equals(name));
  }

  private double best(Predicate<Preference> which) {
    return preferences.stream().filter(which).mapToDouble(Preference::quality).max().orElse(0);
  }

  /** One of them; other parameters than the quality are of no account. */
  private record Preference(String name, double quality) {

    static @Nullable Preference parse(String text) {
      String[] parts = text.strip().split("\\s*;\\s*", -1);
      String name = parts[0].toLowerCase(Locale.ROOT);
      double quality = 1;
      for (int i = 1; i < parts.length; i++) {
        if (parts[i].regionMatches(true, 0, "q=", 0, 2)) {
          Matcher number = QUALITY.matcher(parts[i].substring(2));
          quality = number.matches() ? Double.parseDouble(number.group()) : -1;
        }
      }
      return quality < 0 || !NAME.matcher(name).matches() ? null : new Preference(name, quality);
    }
  }
}

package io.sereno.logging.format;

import io.sereno.settings.Settings;
import io.sereno.settings.UnknownKey;
import java.time.ZoneId;
import java.util.List;

/**
 * Settings of a formatter of type {@code text}.
 *
 * @param parts {@code format}: text with the names of {@link Placeholder}s, or of fields, in
 *     braces; a doubled brace is a brace; {@link TextFormatter#VERBOSE} by default. {@code style}
 *     may say, as in Django, that this is the brace style; there is no other
 * @param times {@code date-format}: a pattern for {@code asctime} up to its seconds; {@code
 *     uuuu-MM-dd HH:mm:ss} by default
 * @param stackTraces {@code stack-trace.*}; a hash is not shown in text
 */
record TextSettings(List<TextPart> parts, Timestamps times, StackTraces stackTraces) {

  private static final String FORMAT = "format";
  private static final String STYLE = "style";
  private static final String DATE_FORMAT = "date-format";
  private static final String SECONDS = "uuuu-MM-dd HH:mm:ss";

  TextSettings {
    parts = List.copyOf(parts);
  }

  static TextSettings read(Settings settings, String format, FormatterContext around) {
    settings.value(STYLE, "{", "write {, the only style there is", TextSettings::brace);
    List<TextPart> parts =
        settings.value(
            FORMAT,
            TextPart.parse(format),
            "write text with names in braces, such as "
                + TextFormatter.VERBOSE
                + "; {{ and }} are braces",
            TextPart::parse);
    parts.stream().filter(TextPart::isKey).forEach(part -> warn(settings, part.text()));
    return new TextSettings(
        parts,
        settings.value(
            DATE_FORMAT,
            times(SECONDS),
            "write a pattern of java.time.format.DateTimeFormatter, such as " + SECONDS,
            TextSettings::times),
        new StackTraces(StackTraceSettings.read(settings, around.longestLine())));
  }

  /** An unknown name may be that of a field, unless it looks like a placeholder. */
  private static void warn(Settings settings, String name) {
    UnknownKey.among(Placeholder.words(), name)
        .nearest()
        .ifPresent(near -> settings.warn(FORMAT, name, "write {" + near + "}, if that is meant"));
  }

  private static String brace(String style) {
    if (!style.strip().equals("{")) {
      throw new IllegalArgumentException(style);
    }
    return style;
  }

  private static Timestamps times(String pattern) {
    return new Timestamps(pattern, ZoneId.systemDefault(), ",", "");
  }

  /** Whether the format says where the exception stands. */
  boolean placesException() {
    return parts.stream().anyMatch(part -> part.is(Placeholder.EXC_INFO));
  }

  /** Whether the format asks for what only the stack knows. */
  boolean walksStack() {
    return parts.stream()
        .anyMatch(part -> part.is(Placeholder.FUNC_NAME) || part.is(Placeholder.LINENO));
  }
}

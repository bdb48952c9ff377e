package io.sereno.logging.format;

import io.sereno.redaction.Redactor;
import io.sereno.settings.DataSize;
import io.sereno.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.LongAdder;

/**
 * What all formatters of one application share.
 *
 * @param redactor masks what is secret
 * @param longestLine how long a line may be, with its end
 * @param environment where the application runs, such as {@code production}, if anybody said
 * @param schemas those that {@code json} can have, the default first
 * @param cut counts lines of which something was cut
 * @param knowsContext whether the context of the work is known here; else only the MDC tells of it
 */
public record FormatterContext(
    Redactor redactor,
    DataSize longestLine,
    Optional<String> environment,
    List<Schema> schemas,
    LongAdder cut,
    boolean knowsContext) {

  /** The longest line by default. */
  public static final DataSize LONGEST_LINE = new DataSize(16_384);

  public FormatterContext {
    schemas = List.copyOf(schemas);
  }

  /** Our own schemas, and those that the application brings. */
  public static List<Schema> schemas(ClassLoader application, Settings settings) {
    List<Schema> schemas = new ArrayList<>(ownSchemas());
    try {
      ServiceLoader.load(Schema.class, application).forEach(schemas::add);
    } catch (ServiceConfigurationError e) {
      settings.problem(
          "META-INF/services/" + Schema.class.getName(),
          String.valueOf(e.getMessage()),
          "name classes that implement it and have a public constructor without parameters");
    }
    return schemas;
  }

  static List<Schema> ownSchemas() {
    return List.of(new EcsSchema(), new LogstashSchema());
  }
}

package io.sereno.logging;

import io.sereno.logging.handlers.ConsoleType;
import io.sereno.logging.handlers.FileType;
import io.sereno.logging.handlers.HandlerType;
import io.sereno.logging.handlers.LineHandler;
import io.sereno.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The types that handlers can have: our own, and those that the application brings. */
final class HandlerTypes {

  private static final String SERVICE = "META-INF/services/" + HandlerType.class.getName();
  private static final String TYPE = "type";

  private final Settings settings;
  private final Map<String, HandlerType> byName = new LinkedHashMap<>();

  HandlerTypes(Settings settings, ClassLoader application) {
    this.settings = settings;
    add(new ConsoleType());
    add(new FileType());
    try {
      ServiceLoader.load(HandlerType.class, application).stream().forEach(this::brought);
    } catch (ServiceConfigurationError e) {
      unusable(e);
    }
  }

  private void brought(ServiceLoader.Provider<HandlerType> provider) {
    try {
      add(provider.get());
    } catch (ServiceConfigurationError e) {
      unusable(e);
    }
  }

  private void unusable(ServiceConfigurationError e) {
    settings.problem(
        SERVICE,
        String.valueOf(e.getMessage()),
        "name classes that implement it and have a public constructor without parameters");
  }

  private void add(HandlerType type) {
    String implementation = type.getClass().getName();
    String name;
    try {
      name = type.name().strip().toLowerCase(Locale.ROOT);
    } catch (RuntimeException | LinkageError e) { // null is one of them
      settings.problem(SERVICE, implementation, "let its name() return a name: " + e);
      return;
    }
    HandlerType other = byName.putIfAbsent(name, type);
    if (other != null) {
      settings.problem(
          SERVICE,
          implementation,
          "give it another name than " + name + ", which " + other.getClass().getName() + " has");
    }
  }

  /** The type that a handler's settings ask for. */
  Optional<HandlerType> of(String handler, Settings own) {
    String wanted = own.text(TYPE).orElse(handler).toLowerCase(Locale.ROOT);
    HandlerType type = byName.get(wanted);
    if (type == null) {
      own.problem(
          TYPE, own.text(TYPE).orElse(""), "write one of " + String.join(", ", byName.keySet()));
    }
    return Optional.ofNullable(type);
  }

  /** A handler of that type, unless it fails to make one. */
  static Optional<LineHandler> create(HandlerType type, Settings own) {
    String implementation = type.getClass().getName();
    try {
      Optional<LineHandler> handler = Optional.ofNullable(type.create(own));
      if (handler.isEmpty()) {
        own.problem(TYPE, own.text(TYPE).orElse(""), implementation + " must create a handler");
      }
      return handler;
    } catch (RuntimeException | LinkageError e) {
      own.problem(
          TYPE, own.text(TYPE).orElse(""), implementation + " must tell what is wrong: " + e);
      return Optional.empty();
    }
  }
}

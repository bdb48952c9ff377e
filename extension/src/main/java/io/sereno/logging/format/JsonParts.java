package io.sereno.logging.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts the parts of lines together: those that are written or left out together become one. One
 * thread.
 */
final class JsonParts {

  private final List<Supplier<JsonPart>> parts = new ArrayList<>();
  private final List<NameFields.Field> names = new ArrayList<>();
  private final List<JsonPart> ofException = new ArrayList<>();

  /** Adds a part that remembers nothing, so that all lines can have the same. */
  void add(JsonPart part) {
    addRemembering(() -> part);
  }

  /** Adds a part that each line has to have for itself. */
  void addRemembering(Supplier<JsonPart> part) {
    endGroups();
    parts.add(part);
  }

  /** Adds a field whose value comes again and again. */
  void name(NameFields.Field field) {
    endExceptions();
    names.add(field);
  }

  /** Adds a field that only records with an exception have. */
  void ofException(JsonPart field) {
    endNames();
    ofException.add(field);
  }

  /** All of them: what makes the parts of a line. */
  List<Supplier<JsonPart>> all() {
    endGroups();
    return List.copyOf(parts);
  }

  private void endGroups() {
    endNames();
    endExceptions();
  }

  private void endNames() {
    if (!names.isEmpty()) {
      List<NameFields.Field> sideBySide = List.copyOf(names);
      parts.add(() -> new NameFields(sideBySide));
      names.clear();
    }
  }

  private void endExceptions() {
    if (!ofException.isEmpty()) {
      JsonPart fields = new ExceptionFields(ofException);
      parts.add(() -> fields);
      ofException.clear();
    }
  }
}

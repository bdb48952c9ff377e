package io.sereno.redaction;

import java.util.List;

/** A record or a plain object, shown by all of its fields that can be read. */
final class Members implements Shape {

  private final String type;
  private final List<Member> members;

  private Members(String type, List<Member> members) {
    this.type = type;
    this.members = List.copyOf(members);
  }

  static Shape of(Class<?> type, Redactor redactor) {
    return new Members(TypeNames.of(type), Member.of(type, redactor));
  }

  @Override
  public void show(Object value, StringBuilder text, int depth, Redactor redactor) {
    text.append(type);
    if (depth < DEEPEST) {
      Member.showAll(members, value, text, depth + 1, redactor);
    }
  }
}

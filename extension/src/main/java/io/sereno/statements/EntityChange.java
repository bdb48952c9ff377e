package io.sereno.statements;

/** What became of an entity in a transaction that was committed. */
public enum EntityChange {
  INSERTED("insert"),
  UPDATED("update"),
  DELETED("delete");

  private final String word;

  EntityChange(String word) {
    this.word = word;
  }

  /** The emitted name. */
  public String word() {
    return word;
  }
}

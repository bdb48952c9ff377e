package com.example.invoicing;

/** The application says no, for a reason that the caller may read. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, in general: enough for a caller to tell what to do next. */
  public enum Reason {
    /** What was asked for does not exist. */
    UNKNOWN,
    /** It exists, but is not in a state that allows this. */
    CONFLICT,
    /** What was sent makes no sense. */
    INVALID
  }

  private final Reason reason;
  private final String explanation;

  private Refusal(Reason reason, String explanation) {
    super(explanation);
    this.reason = reason;
    this.explanation = explanation;
  }

  static Refusal unknown(String explanation) {
    return new Refusal(Reason.UNKNOWN, explanation);
  }

  static Refusal conflict(String explanation) {
    return new Refusal(Reason.CONFLICT, explanation);
  }

  static Refusal invalid(String explanation) {
    return new Refusal(Reason.INVALID, explanation);
  }

  public Reason reason() {
    return reason;
  }

  public String explanation() {
    return explanation;
  }
}

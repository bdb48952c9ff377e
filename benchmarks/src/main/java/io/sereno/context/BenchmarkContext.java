package io.sereno.context;

import java.util.Map;

/** A context with four entries, open on the thread that measures. */
public final class BenchmarkContext implements AutoCloseable {

  private final OpenContext open;

  private BenchmarkContext(OpenContext open) {
    this.open = open;
  }

  public static BenchmarkContext open(Map<String, String> known) {
    Context context =
        new Context(
            known.get("http.request.id"),
            known.get("trace.id"),
            known.get("span.id"),
            known.get("user.name"),
            null,
            null,
            null,
            null);
    OpenContext open = new OpenContext(context, () -> null);
    open.attach();
    return new BenchmarkContext(open);
  }

  @Override
  public void close() {
    open.detach();
  }
}

package io.sereno.statements;

import io.sereno.figures.Figures;
import io.sereno.settings.TestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps what is told of statements, in words, from its making until it is closed. */
public final class SeenStatements implements StatementObserver, AutoCloseable {

  private final List<String> seen = new ArrayList<>();
  private final Statements statements;

  public SeenStatements() {
    this(Map.of());
  }

  public SeenStatements(Map<String, String> settings) {
    this(settings, SeenStatements.class.getClassLoader());
  }

  SeenStatements(Map<String, String> settings, ClassLoader application) {
    statements =
        new Statements(
            StatementsSettings.read(TestSettings.of(settings)),
            List.of(this),
            new Figures().failures());
    statements.start(application);
  }

  /** What was told since the last time. */
  public List<String> take() {
    List<String> taken = List.copyOf(seen);
    seen.clear();
    return taken;
  }

  @Override
  public void executed(Operation operation, long nanos, long rows, int batch) {
    String took = nanos > 0 ? "" : " in no time";
    String rowsTold = rows == UNKNOWN ? "" : " rows=" + rows;
    String batchTold = batch == UNKNOWN ? "" : " batch=" + batch;
    seen.add(operation.word() + rowsTold + batchTold + took);
  }

  @Override
  public void failed(Operation operation, Throwable failure) {
    seen.add(operation.word() + " failed " + failure.getClass().getSimpleName());
  }

  @Override
  public void connected(String pool, long nanos) {
    seen.add("connected " + pool);
  }

  @Override
  public void changed(String entity, EntityChange change, long count) {
    seen.add(change.word() + ' ' + entity + ' ' + count);
  }

  @Override
  public void close() {
    statements.stop();
  }
}

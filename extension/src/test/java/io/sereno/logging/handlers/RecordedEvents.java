package io.sereno.logging.handlers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
class RecordedEvents implements LogFile.Events {

  final Map<String, Long> lost = new ConcurrentSkipListMap<>();
  final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void lost(String reason, long lines) {
    lost.merge(reason, lines, Long::sum);
  }

  @Override
  public void failed(String doing, IOException cause) {
    told.add(doing);
  }

  @Override
  public void recovered(long linesLost) {
    told.add("recovered after " + linesLost);
  }
}

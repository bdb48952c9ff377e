package io.sereno.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last events, so many of them. Threads: any. */
final class RecentEvents {

  private final int most;
  private final Deque<AuditEvent> events = new ArrayDeque<>();

  RecentEvents(int most) {
    this.most = most;
  }

  void add(AuditEvent event) {
    synchronized (events) {
      if (events.size() == most) {
        events.removeLast();
      }
      events.addFirst(event);
    }
  }

  List<AuditEvent> newestFirst() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }
}

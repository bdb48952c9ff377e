package io.sereno.context;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several, in their order. */
final class AllRequestObservers implements RequestObserver {

  private final List<RequestObserver> all;

  AllRequestObservers(List<RequestObserver> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void ended(EndedRequest request) {
    for (RequestObserver observer : all) {
      observer.ended(request);
    }
  }

  @Override
  public Map<String, Object> note(HttpServletRequest request) {
    Map<String, Object> notes = Map.of();
    for (RequestObserver observer : all) {
      Map<String, Object> more = observer.note(request);
      if (!more.isEmpty()) {
        notes = notes.isEmpty() ? new HashMap<>() : notes;
        notes.putAll(more);
      }
    }
    return notes;
  }

  @Override
  public boolean countsBytes() {
    return all.stream().anyMatch(RequestObserver::countsBytes);
  }
}

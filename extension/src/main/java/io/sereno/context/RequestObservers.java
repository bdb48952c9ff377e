package io.sereno.context;

import io.sereno.figures.Failures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several, in their order; the failures of one reach neither the others nor the request. */
final class RequestObservers implements RequestObserver {

  private final List<RequestObserver> observers;
  private final Failures failures;

  RequestObservers(List<RequestObserver> observers, Failures failures) {
    this.observers = List.copyOf(observers);
    this.failures = failures;
  }

  @Override
  public void begun(Context context) {
    for (RequestObserver observer : observers) {
      try {
        observer.begun(context);
      } catch (Throwable e) {
        failures.survive("context", "noting the beginning of a request", e);
      }
    }
  }

  @Override
  public void ended(EndedRequest request) {
    for (RequestObserver observer : observers) {
      try {
        observer.ended(request);
      } catch (Throwable e) {
        failures.survive("context", "noting the end of a request", e);
      }
    }
  }

  @Override
  public void refused(Context context) {
    for (RequestObserver observer : observers) {
      try {
        observer.refused(context);
      } catch (Throwable e) {
        failures.survive("context", "noting what the container answered", e);
      }
    }
  }

  @Override
  public Map<String, Object> note(HttpServletRequest request) {
    Map<String, Object> notes = Map.of();
    for (RequestObserver observer : observers) {
      Map<String, Object> more = notes(observer, request);
      if (!more.isEmpty()) {
        notes = notes.isEmpty() ? new HashMap<>() : notes;
        notes.putAll(more);
      }
    }
    return notes;
  }

  private Map<String, Object> notes(RequestObserver observer, HttpServletRequest request) {
    try {
      return observer.note(request);
    } catch (Throwable e) {
      failures.survive("context", "noting the beginning of a request", e);
      return Map.of();
    }
  }

  @Override
  public boolean countsBytes() {
    return observers.stream().anyMatch(RequestObserver::countsBytes);
  }
}

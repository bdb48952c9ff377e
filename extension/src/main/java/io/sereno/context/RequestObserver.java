package io.sereno.context;

import java.util.List;

/** Is told of each request once it has been answered, on the thread that ended it. */
@FunctionalInterface
public interface RequestObserver {

  void ended(EndedRequest request);

  /** Tells all of them, in order. */
  static RequestObserver composite(List<RequestObserver> observers) {
    List<RequestObserver> all = List.copyOf(observers);
    return request -> all.forEach(observer -> observer.ended(request));
  }
}

package io.sereno.metrics;

import io.micrometer.core.instrument.Meter;

/**
 * A place besides Sereno's own scrape where the application's meters are shown. Found by
 * ServiceLoader; one whose technology the server does not have is passed over. Threads: any.
 */
public interface MeterOutlet {

  /** Looks for the place, once the application's beans are there; false if it has none. */
  boolean open();

  /** Shows a meter, unless it is shown already, or there is one like it that is not ours. */
  void show(Meter meter);

  /** Takes a meter away. */
  void hide(Meter meter);

  /** Takes all of them away; the place itself is not ours, and stays. */
  void close();
}

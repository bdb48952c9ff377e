package io.sereno.health;

import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.util.List;

/**
 * A place besides Sereno's own endpoint where checks are shown. Found by ServiceLoader; one whose
 * technology the server does not have is passed over.
 */
public interface CheckOutlet {

  /** Shows the checks, by adding beans to the application. */
  void show(List<Check> checks, AfterBeanDiscovery beans);
}

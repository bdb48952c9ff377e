package io.sereno.it.smoke;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

@ApplicationScoped
public class Greeter {

  public String greet(String name) {
    return ConfigProvider.getConfig().getValue("smoke.greeting", String.class) + ", " + name;
  }
}

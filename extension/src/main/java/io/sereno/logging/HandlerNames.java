package io.sereno.logging;

import io.sereno.settings.Settings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The handlers that are defined, and lists of some of them. */
record HandlerNames(Set<String> defined) {

  HandlerNames {
    defined = new TreeSet<>(defined);
  }

  List<String> read(Settings settings, String key, List<String> otherwise) {
    return settings.list(
        key,
        otherwise,
        "name handlers with commas between them, or none; defined are "
            + String.join(", ", defined),
        name -> {
          if (!defined.contains(name)) {
            throw new IllegalArgumentException(name);
          }
          return name;
        });
  }
}

package io.sereno.metrics;

import io.sereno.Timed;
import io.sereno.invocation.BeanMethod;
import io.sereno.settings.Settings;
import java.util.Map;

/**
 * How one method is timed: the members of its {@code @Timed}, each overridden by {@code
 * com.acme.InvoiceService/approve/Timed/<member>}, which says what each means.
 */
record TimedSettings(
    String name,
    String description,
    Map<String, String> tags,
    Distribution distribution,
    boolean longTask,
    int maxQueries) {

  /** Of {@link #maxQueries}: any number will do. */
  static final int UNLIMITED = -1;

  TimedSettings {
    tags = Map.copyOf(tags);
  }

  static TimedSettings read(
      Timed timed, BeanMethod method, Settings settings, DistributionKeys defaults) {
    return new TimedMembers(method, settings).read(timed, defaults);
  }

  /** Where a member stands, for a problem: its key if it has a value, else the code. */
  static String place(BeanMethod method, Settings settings, String member) {
    String key = method.key(settings, Timed.class, member);
    return settings.text(key).isPresent() ? key : "@Timed(" + member + ") of " + method.fullName();
  }
}

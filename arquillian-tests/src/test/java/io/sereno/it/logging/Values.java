package io.sereno.it.logging;

import io.sereno.Logged;
import io.sereno.Sensitive;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

@ApplicationScoped
@Logged(arguments = true, result = true)
public class Values {

  public Parcel entities(
      Parcel parcel, Carrier reference, List<Parcel> lazy, Map<String, List<Object>> all) {
    return parcel;
  }

  public Carrier reference(Carrier reference) {
    return reference;
  }

  @Logged(arguments = true, result = true, entry = true)
  public Object any(Object value, @Sensitive String secret) {
    return value;
  }
}

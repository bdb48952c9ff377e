package io.sereno.it.logging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

@Path("values")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class ValuesResource {

  @Inject Parcels parcels;
  @Inject Values values;
  @Inject ValuesEjb ejb;

  @GET
  @Path("entities")
  public String entities() {
    parcels.fill();
    return parcels.log();
  }

  @GET
  @Path("reference")
  public String reference() {
    parcels.fill();
    return String.valueOf(parcels.isLoadedByLogging());
  }

  @GET
  @Path("hostile/{how}")
  public String hostile(@PathParam("how") String how) {
    values.any(hostileValue(how), "hunter2");
    return "";
  }

  @GET
  @Path("ejb")
  public String ejb() {
    ejb.nothing();
    return ejb.greet("Ada", new int[] {1, 2});
  }

  private static Object hostileValue(String how) {
    return switch (how) {
      case "itself" -> {
        List<Object> self = new ArrayList<>();
        self.add(self);
        yield self;
      }
      case "deep" -> {
        Object deep = "the bottom";
        for (int i = 0; i < 10_000; i++) {
          deep = List.of(deep);
        }
        yield deep;
      }
      case "long" -> "x".repeat(1_000_000);
      case "lines" -> "{0} a\nline\u2028of 'its' own\u0000";
      default -> new Hostile(how);
    };
  }
}

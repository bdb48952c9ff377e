package io.sereno.it.context;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/**
 * The resource as MicroProfile's REST client sees it; no path stands on the type, which a server
 * would take for a resource.
 */
public interface JourneyClient {

  @GET
  @Path("journey")
  @Produces(MediaType.TEXT_PLAIN)
  String end(@QueryParam("by") String by);
}

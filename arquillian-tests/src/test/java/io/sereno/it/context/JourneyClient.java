package io.sereno.it.context;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** The resource as MicroProfile's REST client sees it. */
@Path("journey")
public interface JourneyClient {

  @GET
  String end(@QueryParam("by") String by);
}

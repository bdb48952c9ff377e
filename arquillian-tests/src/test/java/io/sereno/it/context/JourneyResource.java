package io.sereno.it.context;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Where the REST clients come back to. */
@Path("journey")
@Produces(MediaType.TEXT_PLAIN)
public class JourneyResource {

  @GET
  public String end(@QueryParam("by") String by) {
    JourneyServlet.LOG.info("resource, called by " + by);
    return by;
  }
}

package com.example.invoicing.api;

import io.sereno.Timed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Things that one would rather not see, to be seen. */
@Path("demo")
@RequestScoped
public class DemoResource {

  @GET
  @Path("failure")
  @Timed
  public String failure() {
    throw new IllegalStateException("The printer is on fire, as it was told to be");
  }
}

package io.sereno.it.smoke;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("greetings")
@Produces(MediaType.TEXT_PLAIN)
public class GreetingResource {

  @Inject Greeter greeter;

  @GET
  @Path("{name}")
  public String greet(@PathParam("name") String name) {
    System.out.println("Greeting " + name);
    return greeter.greet(name);
  }

  @POST
  public String echo(String body) {
    return body;
  }
}

package io.sereno.it.logging;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("calls")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class CallsResource {

  @Inject Calls calls;
  @Inject CallsEjb ejb;
  @Inject Wallet wallet;
  @Inject Chain chain;
  @Inject ChainEjb chainEjb;

  @GET
  @Path("{how: [a-z]+}")
  public String call(@PathParam("how") String how) {
    return switch (how) {
      case "fail" -> calls.fail();
      case "ejb" -> ejb.wakeMeUp();
      case "warn" -> calls.warn();
      case "wallet" -> String.valueOf(wallet.put(7));
      case "chain" -> chainEjb.first();
      case "wrapped" -> chain.throughEjb();
      default -> calls.succeed();
    };
  }
}

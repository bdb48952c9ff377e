package io.sereno.it.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("ledgers/{name}")
@RequestScoped
public class LedgerResource {

  @Inject Ledgers ledgers;

  @POST
  @Path("life")
  public void wholeLife(@PathParam("name") String name) {
    ledgers.open(name, "hunter2");
    ledgers.add(name, 7);
    ledgers.close(name);
  }

  @POST
  @Path("failure")
  public void failure(@PathParam("name") String name) {
    ledgers.openAndFail(name);
  }
}

package io.sereno.it.metrics;

import io.sereno.Timed;
import io.sereno.it.statements.Shelves;
import io.sereno.metrics.Budgets;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@Path("timed")
@RequestScoped
public class TimedResource {

  @Inject private TimedWork work;
  @Inject private TimedEjb ejb;
  @Inject private Shelves shelves;
  @Inject private Event<TimedWork.Happened> happened;

  @GET
  @Path("stage")
  @Timed(name = "it.stage", longTask = true, objectives = "100ms")
  public CompletionStage<String> stage() {
    return work.later();
  }

  @GET
  @Path("all")
  public String all() throws Exception {
    happened.fire(new TimedWork.Happened());
    try {
      ejb.refuse();
    } catch (EJBException expected) {
      return work + " " + work.task().get() + " " + ejb.apart().get();
    }
    return "not refused";
  }

  /** For the server's own metrics. */
  @GET
  @Path("bridged")
  @Timed
  public String bridged() {
    return "bridged";
  }

  /** A query for each. */
  @GET
  @Path("budget")
  @Timed(name = "it.budget", maxQueries = 2)
  public String budget() {
    return IntStream.range(0, 3)
        .map(shelves::find)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** What a test inside of the server is told. */
  @GET
  @Path("kept")
  public String kept() {
    try {
      Budgets.assertKept();
      return "kept";
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage());
    }
  }
}

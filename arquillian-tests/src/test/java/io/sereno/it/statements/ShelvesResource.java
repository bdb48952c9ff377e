package io.sereno.it.statements;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.sql.DataSource;

@Path("shelves")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class ShelvesResource {

  @Inject Shelves shelves;

  @Inject
  @Named("plain")
  DataSource plain;

  @Resource ManagedExecutorService executor;

  @POST
  public void fill() {
    shelves.fill();
  }

  @GET
  @Path("one")
  public int one() {
    return shelves.find(1);
  }

  @GET
  @Path("each")
  public int each() {
    return shelves.ids().stream().mapToInt(shelves::find).sum();
  }

  @GET
  @Path("elsewhere")
  public int elsewhere() throws Exception {
    List<Callable<Integer>> tasks = List.of(() -> shelves.find(1), () -> shelves.find(2));
    int sum = shelves.find(3);
    for (Future<Integer> task : executor.invokeAll(tasks)) {
      sum += task.get();
    }
    return sum;
  }

  @GET
  @Path("stamp")
  public void stamp() {
    shelves.stamp();
  }

  @POST
  @Path("twice")
  public void twice() {
    shelves.addAnother(100, "shelf 1");
  }

  @POST
  @Path("none")
  public void none() {
    shelves.removeAll();
  }

  @GET
  @Path("plain")
  public int plain() throws SQLException {
    try (Connection connection = plain.getConnection();
        PreparedStatement statement = connection.prepareStatement("select count(*) from Shelf");
        ResultSet found = statement.executeQuery()) {
      found.next();
      return found.getInt(1);
    }
  }
}

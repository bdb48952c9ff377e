package io.sereno.it.monitoring;

import io.sereno.it.OwnWar;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What panels show and the sample does not bring about by itself. */
@OwnWar
@Path("trouble")
@RequestScoped
public class TroubleResource {

  private static final Logger LOG = Logger.getLogger(TroubleResource.class.getName());

  /** A severity that java.util.logging has no name for. */
  private static final Level CRITICAL = Level.parse("1100");

  @PersistenceContext private EntityManager entities;

  @Inject
  @Named("plain")
  private DataSource plain;

  @GET
  @Path("statement")
  public String statement() {
    return entities.createNativeQuery("select nothing from nowhere").getResultList().toString();
  }

  @GET
  @Path("connection")
  public String connection() throws SQLException {
    try (Connection connection = plain.getConnection()) {
      return connection.getMetaData().getDatabaseProductName();
    }
  }

  @GET
  @Path("records")
  public String records() {
    LOG.log(Level.SEVERE, "expected by a test");
    LOG.log(CRITICAL, "expected by a test");
    return "logged";
  }

  @GET
  @Path("pause")
  public String pause() {
    System.gc();
    return "paused";
  }
}

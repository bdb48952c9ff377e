package io.sereno.it;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * What the fat WAR has once: {@code /api} for its resources and {@code java:app/jdbc/it} for its
 * entities.
 */
@ApplicationPath("/api")
@DataSourceDefinition(
    name = "java:app/jdbc/it",
    className = "org.h2.jdbcx.JdbcDataSource",
    url = "jdbc:h2:mem:it;DB_CLOSE_DELAY=-1;MODE=LEGACY",
    user = "sa",
    password = "")
public class FatApplication extends Application {}

package io.sereno.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.statements.hibernate.Parcels;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObservedDataSourceTest {

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:proxied;DB_CLOSE_DELAY=-1", "sa", "");
  private final DataSource orders = new ObservedDataSource("orders", pool);
  private final SeenStatements seen =
      new SeenStatements(Map.of("sereno.metrics.datasource.orders.jndi", "java:app/x"));

  @BeforeEach
  void create() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table Parcel (id int primary key, label varchar unique)");
    }
  }

  @AfterEach
  void drop() throws SQLException {
    seen.close();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop all objects");
    }
    pool.dispose();
  }

  @Test
  void seesEachStatementAndEachConnection() throws SQLException {
    try (Connection connection = orders.getConnection();
        PreparedStatement insert = connection.prepareStatement("insert into Parcel values (?, ?)");
        Statement statement = connection.createStatement()) {
      insert.setInt(1, 1);
      insert.setString(2, "a");
      insert.executeUpdate();
      statement.executeQuery("select * from Parcel").close();
    }

    assertThat(seen.take()).containsExactly("connected orders", "INSERT rows=1", "SELECT");
  }

  @Test
  void aBatchIsOneStatementOfKnownSize() throws SQLException {
    try (Connection connection = orders.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into Parcel values (?, ?)")) {
      for (int i = 0; i < 3; i++) {
        insert.setInt(1, i);
        insert.setString(2, "b" + i);
        insert.addBatch();
      }
      insert.executeBatch();
    }

    assertThat(seen.take()).containsExactly("connected orders", "INSERT rows=3 batch=3");
  }

  @Test
  void allElseIsTheDrivers() throws SQLException {
    try (Connection connection = orders.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.getConnection()).isSameAs(connection).isEqualTo(connection);
      assertThat(connection.equals(statement)).isFalse();
      assertThat(connection.unwrap(org.h2.jdbc.JdbcConnection.class)).isNotNull();
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("H2");
    }
    assertThat(orders.isWrapperFor(JdbcConnectionPool.class)).isTrue();
    assertThat(orders.unwrap(JdbcConnectionPool.class)).isSameAs(pool);
  }

  @Test
  void aStatementThatFailsIsSeenToFail() throws SQLException {
    try (Connection connection = orders.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("select nothing"))
          .isInstanceOf(SQLException.class);
    }

    assertThat(seen.take())
        .containsExactly("connected orders", "SELECT", "SELECT failed JdbcSQLSyntaxErrorException");
  }

  @Test
  void whatHibernateDoesWithItCountsOnce() {
    try (SessionFactory factory =
        Parcels.open(
            Map.of(
                "hibernate.connection.datasource",
                orders,
                "hibernate.persistenceUnitName",
                "parcels",
                "hibernate.hbm2ddl.auto",
                "none"))) {
      seen.take();
      factory.inTransaction(session -> session.find(Parcel.class, 1));
    }

    assertThat(seen.take()).containsExactly("connected parcels", "SELECT");
  }

  @Test
  void aConnectionThatHibernateDoesNotGetIsToldOnceToo() throws SQLException {
    AtomicBoolean refuses = new AtomicBoolean();
    DataSource unwilling =
        new ObservedDataSource(
            "orders",
            (DataSource)
                Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> {
                      if (refuses.get()) {
                        throw new SQLException("expected by a test");
                      }
                      return method.invoke(pool, arguments);
                    }));
    try (SessionFactory factory =
        Parcels.open(
            Map.of(
                "hibernate.connection.datasource",
                unwilling,
                "hibernate.persistenceUnitName",
                "parcels",
                "hibernate.hbm2ddl.auto",
                "none"))) {
      seen.take();
      refuses.set(true);
      assertThatThrownBy(() -> factory.inTransaction(session -> session.find(Parcel.class, 1)))
          .isInstanceOf(RuntimeException.class);
      assertThat(seen.take()).containsExactly("connected parcels");
      refuses.set(false);
    }
    unwilling.getConnection().close();

    assertThat(seen.take()).containsExactly("connected orders");
  }

  @Test
  void switchedOffNobodyIsTold() throws SQLException {
    seen.close();
    try (Connection connection = orders.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeQuery("select * from Parcel").close();
    }

    assertThat(seen.take()).isEmpty();
  }
}

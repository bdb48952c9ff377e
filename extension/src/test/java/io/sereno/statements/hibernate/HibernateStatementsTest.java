package io.sereno.statements.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.statements.Parcel;
import io.sereno.statements.SeenStatements;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HibernateStatementsTest {

  private static SessionFactory factory;

  private SeenStatements seen;

  @BeforeAll
  static void open() {
    factory =
        Parcels.open(
            Map.of(
                "hibernate.connection.url", "jdbc:h2:mem:hibernate",
                "hibernate.jdbc.batch_size", "10",
                "hibernate.persistenceUnitName", "parcels"));
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  @BeforeEach
  void listen() {
    factory.inTransaction(session -> session.createMutationQuery("delete Parcel").executeUpdate());
    seen = new SeenStatements();
  }

  @AfterEach
  void stop() {
    seen.close();
  }

  @Test
  void seesEachStatementOnce() {
    factory.inTransaction(session -> session.persist(new Parcel(1, "a")));
    assertThat(seen.take()).containsExactly("connected parcels", "INSERT", "insert Parcel 1");

    factory.inTransaction(session -> session.find(Parcel.class, 1).label("b"));
    assertThat(seen.take())
        .containsExactly("connected parcels", "SELECT", "UPDATE", "update Parcel 1");

    factory.inTransaction(session -> session.remove(session.find(Parcel.class, 1)));
    assertThat(seen.take())
        .containsExactly("connected parcels", "SELECT", "DELETE", "delete Parcel 1");

    factory.inTransaction(
        session -> {
          session.createQuery("from Parcel", Parcel.class).getResultList();
          session.createNativeQuery("call 7", Integer.class).getSingleResult();
          session.createMutationQuery("delete Parcel").executeUpdate();
        });
    assertThat(seen.take()).containsExactly("connected parcels", "SELECT", "CALL", "DELETE");
  }

  @Test
  void aBatchIsOneStatement() {
    factory.inTransaction(
        session -> {
          for (int i = 0; i < 5; i++) {
            session.persist(new Parcel(i, "b" + i));
          }
        });

    assertThat(seen.take())
        .startsWith("connected parcels", "INSERT", "insert Parcel 1")
        .filteredOn(what -> what.equals("INSERT"))
        .hasSize(1);
  }

  @Test
  void aStatementThatFailsIsSeenToFail() {
    assertThatThrownBy(() -> factory.inTransaction(HibernateStatementsTest::twice))
        .isInstanceOf(PersistenceException.class);

    assertThat(seen.take())
        .containsExactly("connected parcels", "INSERT", "INSERT failed JdbcBatchUpdateException");

    assertThatThrownBy(
            () ->
                factory.inTransaction(
                    session ->
                        session.createNativeQuery("select nothing", String.class).getResultList()))
        .isInstanceOf(PersistenceException.class);
    assertThat(seen.take())
        .containsExactly("connected parcels", "SELECT failed JdbcSQLSyntaxErrorException");
  }

  private static void twice(Session session) {
    List.of(new Parcel(1, "same"), new Parcel(2, "same")).forEach(session::persist);
  }

  @Test
  void whatIsRolledBackHasChangedNothing() {
    try (Session session = factory.openSession()) {
      session.beginTransaction();
      session.persist(new Parcel(1, "a"));
      session.flush();
      session.getTransaction().rollback();
    }

    assertThat(seen.take()).containsExactly("connected parcels", "INSERT");
  }

  @Test
  void switchedOffNobodyIsTold() {
    seen.close();

    factory.inTransaction(session -> session.persist(new Parcel(1, "a")));

    assertThat(seen.take()).isEmpty();
  }
}

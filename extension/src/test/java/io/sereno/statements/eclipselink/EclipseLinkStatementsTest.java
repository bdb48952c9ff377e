package io.sereno.statements.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.statements.Parcel;
import io.sereno.statements.SeenStatements;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.persistence.internal.jpa.deployment.SEPersistenceUnitInfo;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EclipseLinkStatementsTest {

  private static EntityManagerFactory factory;

  private SeenStatements seen;

  @BeforeAll
  static void open() throws Exception {
    SEPersistenceUnitInfo unit = new SEPersistenceUnitInfo();
    unit.setPersistenceUnitName("parcels");
    unit.setClassLoader(Parcel.class.getClassLoader());
    unit.setNewTempClassLoader(Parcel.class.getClassLoader());
    unit.setPersistenceUnitRootUrl(
        Parcel.class.getProtectionDomain().getCodeSource().getLocation());
    unit.setManagedClassNames(List.of(Parcel.class.getName()));
    unit.setProperties(new Properties());
    factory =
        new PersistenceProvider()
            .createContainerEntityManagerFactory(
                unit,
                Map.of(
                    "jakarta.persistence.jdbc.url", "jdbc:h2:mem:eclipselink",
                    "jakarta.persistence.jdbc.driver", "org.h2.Driver",
                    "eclipselink.weaving", "false",
                    "eclipselink.ddl-generation", "create-tables"));
    inTransaction(entities -> entities.find(Parcel.class, 0));
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  @BeforeEach
  void listen() {
    inTransaction(entities -> entities.createQuery("delete from Parcel p").executeUpdate());
    factory.getCache().evictAll();
    seen = new SeenStatements();
  }

  @AfterEach
  void stop() {
    seen.close();
  }

  @Test
  void seesEachStatementOnce() {
    inTransaction(entities -> entities.persist(new Parcel(1, "a")));
    assertThat(seen.take()).containsExactly("INSERT rows=1", "insert Parcel 1");

    inTransaction(entities -> entities.find(Parcel.class, 1).label("b"));
    assertThat(seen.take()).containsExactly("UPDATE rows=1", "update Parcel 1");

    inTransaction(
        entities -> entities.createQuery("select p from Parcel p", Parcel.class).getResultList());
    assertThat(seen.take()).containsExactly("SELECT rows=1");

    inTransaction(entities -> entities.remove(entities.find(Parcel.class, 1)));
    assertThat(seen.take()).containsExactly("DELETE rows=1", "delete Parcel 1");
  }

  @Test
  void aHitInTheSecondLevelCacheIsNone() {
    inTransaction(entities -> entities.persist(new Parcel(1, "a")));
    seen.take();

    inTransaction(entities -> assertThat(entities.find(Parcel.class, 1).id()).isEqualTo(1));
    assertThat(seen.take()).isEmpty();

    factory.getCache().evictAll();
    inTransaction(entities -> assertThat(entities.find(Parcel.class, 1).id()).isEqualTo(1));
    assertThat(seen.take()).containsExactly("SELECT rows=1");
  }

  @Test
  void aStatementThatFailsIsSeenToFail() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    entities ->
                        List.of(new Parcel(1, "same"), new Parcel(2, "same"))
                            .forEach(entities::persist)))
        .isInstanceOf(PersistenceException.class);

    assertThat(seen.take())
        .containsExactly(
            "INSERT rows=1",
            "INSERT",
            "INSERT failed JdbcSQLIntegrityConstraintViolationException");

    assertThatThrownBy(
            () ->
                inTransaction(
                    entities -> entities.createNativeQuery("select nothing").getResultList()))
        .isInstanceOf(PersistenceException.class);
    assertThat(seen.take()).containsExactly("SELECT", "SELECT failed JdbcSQLSyntaxErrorException");
  }

  @Test
  void whatIsFlushedCountsOnceItIsCommitted() {
    inTransaction(
        entities -> {
          Parcel parcel = new Parcel(1, "a");
          entities.persist(parcel);
          entities.flush();
          parcel.label("b");
        });

    assertThat(seen.take()).containsExactly("INSERT rows=1", "UPDATE rows=1", "insert Parcel 1");
  }

  @Test
  void whatIsRolledBackHasChangedNothing() {
    EntityManager entities = factory.createEntityManager();
    entities.getTransaction().begin();
    entities.persist(new Parcel(1, "a"));
    entities.flush();
    entities.getTransaction().rollback();
    entities.close();

    assertThat(seen.take()).containsExactly("INSERT rows=1");
  }

  @Test
  void afterwardsTheUnitIsAsItWas() {
    assertThat(session().getExceptionHandler()).isNotNull();

    seen.close();

    assertThat(session().getExceptionHandler()).isNull();
    assertThat(session().getEventManager().getListeners()).isEmpty();
    inTransaction(entities -> entities.persist(new Parcel(1, "a")));
    assertThat(seen.take()).isEmpty();
  }

  private static org.eclipse.persistence.sessions.Session session() {
    return factory.unwrap(JpaEntityManagerFactory.class).getServerSession();
  }

  private static void inTransaction(Consumer<EntityManager> work) {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      work.accept(entities);
      entities.getTransaction().commit();
    } finally {
      entities.close();
    }
  }
}

package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.Sensitive;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.Proxy;
import java.util.List;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.junit.jupiter.api.Test;

class EntitiesTest {

  private final Redactor redactor = new Redactor(new RedactionSettings(List.of()));

  @MappedSuperclass
  static class Numbered {
    @Id Long id;
  }

  @Entity
  static class Invoice extends Numbered {
    List<String> lines = List.of("not to be loaded");

    static Invoice of(Long id) {
      Invoice invoice = new Invoice();
      invoice.id = id;
      return invoice;
    }

    public Long getId() {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("must not be called");
    }
  }

  record Place(String shelf, int number) {}

  @Entity
  static class Book {
    @EmbeddedId final Place place = new Place("A", 7);
    final String title = "not shown";
  }

  @IdClass(LineId.class)
  @Entity
  static class Line {
    @Id @ManyToOne final Invoice invoice = Invoice.of(42L);
    @Id final int number = 2;
    final String text = "not shown";
  }

  record LineId(Long invoice, int number) {}

  @Entity
  static class ByProperty {
    private final long number = 5;

    @Id
    public long getNumber() {
      throw new IllegalStateException("must not be called");
    }
  }

  @Entity
  static class Mapped {
    final String name = "not shown: its id is in orm.xml";
  }

  @Entity
  static class Account {
    @Id final String iban = "ES9121000418450200051332";
  }

  @Entity
  static class Person {
    @Id @Sensitive String number = "12345678Z";
  }

  /** A proxy as Hibernate generates them. */
  interface NamedProxy extends HibernateProxy {
    @Override
    default Object writeReplace() {
      throw new IllegalStateException("must not be called");
    }
  }

  /** Whatever is called of it but this would load the entity. */
  private static LazyInitializer identifiedBy(Object id) {
    return (LazyInitializer)
        Proxy.newProxyInstance(
            LazyInitializer.class.getClassLoader(),
            new Class<?>[] {LazyInitializer.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getInternalIdentifier");
              return id;
            });
  }

  static class Invoice$HibernateProxy$X1y extends Invoice implements HibernateProxy, NamedProxy {
    @Override
    public LazyInitializer getHibernateLazyInitializer() {
      return identifiedBy(42L);
    }
  }

  static class Account$HibernateProxy$X1y extends Account implements HibernateProxy, NamedProxy {
    @Override
    public LazyInitializer getHibernateLazyInitializer() {
      return identifiedBy("ES9121000418450200051332");
    }
  }

  static class Line$HibernateProxy$X1y extends Line implements HibernateProxy, NamedProxy {
    @Override
    public LazyInitializer getHibernateLazyInitializer() {
      return identifiedBy(new LineId(42L, 2));
    }
  }

  static class Book$HibernateProxy$X1y extends Book implements HibernateProxy, NamedProxy {
    @Override
    public LazyInitializer getHibernateLazyInitializer() {
      throw new IllegalStateException("could not initialize proxy - no Session");
    }
  }

  record Order(Invoice invoice, List<Invoice> others) {}

  @Test
  void showsAnEntityByItsIdAlone() {
    assertThat(redactor.show(Invoice.of(42L))).isEqualTo("Invoice#42");
    assertThat(redactor.show(new Invoice())).isEqualTo("Invoice#null");
  }

  @Test
  void showsAllPartsOfAnId() {
    assertThat(redactor.show(new Book())).isEqualTo("Book#Place[shelf=A, number=7]");
    assertThat(redactor.show(new Line())).isEqualTo("Line#[invoice=Invoice#42, number=2]");
  }

  @Test
  void readsTheFieldBehindAnAnnotatedGetter() {
    assertThat(redactor.show(new ByProperty())).isEqualTo("ByProperty#5");
  }

  @Test
  void showsTheTypeAloneWhenTheIdIsNotKnown() {
    assertThat(redactor.show(new Mapped())).isEqualTo("Mapped");
  }

  @Test
  void masksAnIdThatIsASecret() {
    assertThat(redactor.show(new Account())).isEqualTo("Account#***");
    assertThat(redactor.show(new Person())).isEqualTo("Person#***");
    assertThat(redactor.show(new Account$HibernateProxy$X1y())).isEqualTo("Account#***");
  }

  @Test
  void showsAProxyByTheIdItKnows() {
    assertThat(redactor.show(new Invoice$HibernateProxy$X1y())).isEqualTo("Invoice#42");
    assertThat(redactor.show(new Line$HibernateProxy$X1y()))
        .isEqualTo("Line#LineId[invoice=42, number=2]");
    assertThat(redactor.show(new Book$HibernateProxy$X1y())).isEqualTo("Book");
  }

  @Test
  void showsEntitiesInsideOfOthers() {
    assertThat(redactor.show(new Order(Invoice.of(1L), List.of(Invoice.of(2L), new Invoice()))))
        .isEqualTo("Order[invoice=Invoice#1, others=List(2)[Invoice#2, Invoice#null]]");
  }
}

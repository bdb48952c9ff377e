package io.sereno.context.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  @Path("invoices")
  static class Invoices {

    public void list() {}

    @Path("{ id : \\d{1,9} }/lines/{line}")
    public void line() {}
  }

  interface Found<K> {
    @Path("{id}")
    default void find(K id) {}
  }

  interface Kept<K> extends Found<K> {}

  @Path("orders")
  static class Orders implements Kept<Long> {
    @Override
    public void find(Long id) {}
  }

  @Test
  void aPathMayStandOnAGenericInterfaceAboveAnInterface() throws Exception {
    assertThat(Templates.of(Orders.class, Orders.class.getMethod("find", Long.class)))
        .isEqualTo("/orders/{id}");
  }

  static class ContainersSubclass extends Invoices {
    @Override
    public void line() {}
  }

  @Path("/")
  static class Root {
    @Path("/x/")
    public void x() {}
  }

  @Test
  void joinsClassAndMethod() throws Exception {
    assertThat(of(Invoices.class, "list")).isEqualTo("/invoices");
    assertThat(of(Root.class, "x")).isEqualTo("/x");
  }

  @Test
  void leavesOutExpressions() throws Exception {
    assertThat(of(Invoices.class, "line")).isEqualTo("/invoices/{id}/lines/{line}");
  }

  @Test
  void looksBehindAContainersSubclass() throws Exception {
    assertThat(of(ContainersSubclass.class, "line")).isEqualTo("/invoices/{id}/lines/{line}");
  }

  @Test
  void joinsWithTheApplicationsPath() {
    assertThat(Templates.join("/app/api/", "/things/{id}")).isEqualTo("/app/api/things/{id}");
    assertThat(Templates.join("/", "/")).isEqualTo("/");
  }

  private static String of(Class<?> resource, String name) throws NoSuchMethodException {
    Method method = resource.getMethod(name);
    return Templates.of(resource, method);
  }
}

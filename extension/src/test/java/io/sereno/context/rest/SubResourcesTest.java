package io.sereno.context.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubResourcesTest {

  @Path("orders/{order: [0-9]{1,9}}")
  public static class Orders {

    @Path("lines")
    public Lines lines() {
      return new Lines();
    }

    @Path("drafts/{draft}/lines")
    public Lines draft() {
      return new Lines();
    }

    @Path("anything")
    public Object anything() {
      return new Notes();
    }

    @GET
    @Path("notes-are-no-locator")
    public Notes notes() {
      return new Notes();
    }
  }

  public static class Lines {

    @GET
    @Path("{line}")
    public String line() {
      return "";
    }
  }

  public static class Notes {

    @GET
    public String all() {
      return "";
    }
  }

  @Path("folders")
  public static class Folder {

    @Path("{name}")
    public Folder below() {
      return this;
    }

    @GET
    @Path("size")
    public String size() {
      return "";
    }
  }

  /** As a container makes one for a bean. */
  public static class OrdersProxy extends Orders {
    @Override
    public Lines lines() {
      return super.lines();
    }
  }

  @Test
  void theParentsTemplateIsNotLost() throws Exception {
    assertThat(template("orders/7/anything", "all", Notes.class, Orders.class))
        .isEqualTo("/orders/{order}/anything");
    assertThat(template("orders/7/lines/3", "line", Lines.class, OrdersProxy.class))
        .isEqualTo("/orders/{order}/lines/{line}");
  }

  @Test
  void thePathDecidesBetweenLocators() throws Exception {
    assertThat(template("/orders/7/lines/3", "line", Lines.class, Orders.class))
        .isEqualTo("/orders/{order}/lines/{line}");
    assertThat(template("/orders/7/drafts/a/lines/3", "line", Lines.class, Orders.class))
        .isEqualTo("/orders/{order}/drafts/{draft}/lines/{line}");
    assertThat(template("/orders/of/nobody", "line", Lines.class, Orders.class))
        .isEqualTo("/orders/{order}/*");
  }

  @Test
  void aTreeMakesFewRoutes() throws Exception {
    assertThat(folders(1)).isEqualTo("/folders/{name}/size");
    assertThat(folders(2)).isEqualTo("/folders/{name}/{name}/size");
    for (int depth = 4; depth < 100; depth++) {
      assertThat(folders(depth)).isEqualTo("/folders/{name}/{name}/{name}/{name}/*");
    }
  }

  private static String folders(int depth) throws Exception {
    List<Class<?>> resources = new ArrayList<>();
    for (int i = 0; i <= depth; i++) {
      resources.add(Folder.class);
    }
    return new SubResources(Folder.class.getMethod("size"))
        .template(resources, uri("folders" + "/x".repeat(depth) + "/size"));
  }

  private static String template(String path, String method, Class<?> resource, Class<?> parent)
      throws Exception {
    return new SubResources(resource.getMethod(method))
        .template(List.of(parent, resource), uri(path));
  }

  private static UriInfo uri(String path) {
    return (UriInfo)
        Proxy.newProxyInstance(
            SubResourcesTest.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getPath")) {
                throw new IllegalStateException("not told: " + method);
              }
              return path;
            });
  }
}

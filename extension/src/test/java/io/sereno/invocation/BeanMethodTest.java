package io.sereno.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.Logged;
import io.sereno.Severity;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

class BeanMethodTest {

  @Logged(Severity.DEBUG)
  static class Annotated {
    @Logged(Severity.WARNING)
    public void own() {}

    public void classes() {}
  }

  static class Heir extends Annotated {}

  @Stereotype
  @Logged(Severity.CRITICAL)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Service {}

  @Service
  static class Stereotyped {
    public void work() {}
  }

  static class Plain {
    public void work() {}
  }

  @Test
  void theMethodsAnnotationWinsOverTheClasss() throws Exception {
    assertThat(severity(Annotated.class, "own")).isEqualTo(Severity.WARNING);
    assertThat(severity(Annotated.class, "classes")).isEqualTo(Severity.DEBUG);
  }

  @Test
  void annotationsAreInherited() throws Exception {
    assertThat(severity(Heir.class, "own")).isEqualTo(Severity.WARNING);
    assertThat(severity(Heir.class, "classes")).isEqualTo(Severity.DEBUG);
  }

  @Test
  void aStereotypeAnnotatesItsBeans() throws Exception {
    assertThat(severity(Stereotyped.class, "work")).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void othersHaveNone() throws Exception {
    assertThat(new BeanMethod(Plain.class, Plain.class.getMethod("work")).annotation(Logged.class))
        .isEmpty();
  }

  private static Severity severity(Class<?> bean, String method) throws NoSuchMethodException {
    return new BeanMethod(bean, bean.getMethod(method))
        .annotation(Logged.class)
        .orElseThrow()
        .value();
  }
}

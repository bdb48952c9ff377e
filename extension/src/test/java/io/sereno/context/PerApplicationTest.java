package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PerApplicationTest {

  private final ClassLoader library = new URLClassLoader(new URL[0], null);
  private final ClassLoader shop = new URLClassLoader(new URL[0], library);
  private final ClassLoader office = new URLClassLoader(new URL[0], library);
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final PerApplication<String> running = new PerApplication<>("nothing", library);

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void whoeverHasTheLibraryToHimselfIsKnownOnEveryThread() {
    running.start(library, "only");

    assertThat(on(before)).isEqualTo("only");
    assertThat(on(null)).isEqualTo("only");
    running.stop("only");
    assertThat(on(library)).isEqualTo("nothing");
  }

  @Test
  void whoeverShareItAreToldApartByTheThread() {
    running.start(shop, "shop's");
    running.start(office, "office's");

    assertThat(on(shop)).isEqualTo("shop's");
    assertThat(on(office)).isEqualTo("office's");
    assertThat(on(new URLClassLoader(new URL[0], office))).isEqualTo("office's");
    assertThat(on(library)).isEqualTo("nothing");
    assertThat(on(null)).isEqualTo("nothing");

    running.stop("shop's");
    assertThat(on(shop)).isEqualTo("nothing");
    assertThat(on(office)).isEqualTo("office's");
  }

  @Test
  void whoeverSharesItIsToldApartFromTheApplicationThatHoldsIt() {
    running.start(shop, "shop's");
    running.start(library, "holder's");
    running.start(office, "office's");

    assertThat(on(shop)).isEqualTo("shop's");
    assertThat(on(office)).isEqualTo("office's");
    assertThat(on(library)).isEqualTo("holder's");
    assertThat(on(null)).isEqualTo("holder's");

    running.stop("holder's");
    assertThat(on(library)).isEqualTo("nothing");
    assertThat(on(shop)).isEqualTo("shop's");
  }

  @Test
  void whatHasBegunAnewOutlivesTheEndOfWhatWasBefore() {
    running.start(shop, "old");
    running.start(shop, "new");
    running.stop("old");

    assertThat(on(shop)).isEqualTo("new");
  }

  private String on(@Nullable ClassLoader thread) {
    Thread.currentThread().setContextClassLoader(thread);
    return running.current();
  }
}

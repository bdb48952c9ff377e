package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.logging.LoggerTree.Node;
import io.sereno.logging.LoggerTree.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;

class LoggerTreeTest {

  private final Handler roots = new StreamHandler();
  private final Handler own = new StreamHandler();
  private final LoggerTree tree =
      new LoggerTree(
          Map.of(
              "", new Node(Optional.of(Level.INFO), List.of(roots), false),
              "com.acme", new Node(Optional.of(Level.FINE), List.of(own, roots), true),
              "com.acme.alone", new Node(Optional.empty(), List.of(own), false)),
          Set.of("com.disabled"));

  @Test
  void levelsAndHandlersComeFromAbove() {
    assertThat(tree.route("other"))
        .isEqualTo(new Route(Level.INFO.intValue(), List.of(roots), false));
    assertThat(tree.route("com.acme.shop"))
        .isEqualTo(new Route(Level.FINE.intValue(), List.of(own, roots), false));
    assertThat(tree.route("com.acmee")).isEqualTo(tree.route("other"));
    assertThat(tree.route("com.acme.alone.below"))
        .isEqualTo(new Route(Level.FINE.intValue(), List.of(own), false));
  }

  @Test
  void aDisabledLoggerIsSilentUntilItIsGivenALevel() {
    assertThat(tree.route("com.disabled"))
        .isEqualTo(new Route(Level.OFF.intValue(), List.of(), false));
    assertThat(tree.route("com.disabled.below")).isEqualTo(tree.route("other"));

    tree.override("com.disabled", Level.INFO);
    assertThat(tree.route("com.disabled")).isEqualTo(tree.route("other"));
  }

  @Test
  void whatHasLoggedIsKnownWhateverLevelsChange() {
    tree.route("has.logged");
    tree.override("com.acme", Level.SEVERE);
    tree.override("com.acme", null);
    tree.resolve("was.looked.at");

    assertThat(tree.names()).containsExactly("", "com.acme", "com.acme.alone", "has.logged");
  }

  @Test
  void whatIsKnownIsBounded() {
    for (int i = 0; i < 20_000; i++) {
      tree.route("logger" + i);
    }

    assertThat(tree.names()).hasSizeLessThan(10_010);
  }
}

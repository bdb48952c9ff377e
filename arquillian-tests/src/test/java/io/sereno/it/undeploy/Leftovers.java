package io.sereno.it.undeploy;

import io.sereno.it.Http;
import io.sereno.it.OwnWar;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What {@link WatcherServlet} found in the server's JVM after a WAR was undeployed. */
@OwnWar
record Leftovers(List<String> things) {

  private static final int WORKERS = 8;

  Leftovers {
    things = List.copyOf(things);
  }

  /**
   * Asks the servlet several times at once. WildFly's worker threads refer to requests that they
   * have served, above all to the one they were started for, and through them to the WAR: this
   * busies them all with the watcher's.
   */
  static Leftovers of(String war, URL watcher) {
    List<CompletableFuture<Leftovers>> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> ask(war, watcher), command -> new Thread(command).start()))
            .limit(WORKERS)
            .toList();
    answers.forEach(CompletableFuture::join);
    return ask(war, watcher);
  }

  private static Leftovers ask(String war, URL watcher) {
    return new Leftovers(Http.at(watcher).get("left-by?path=/" + war).body().lines().toList());
  }

  boolean hasClassLoader() {
    return things.contains("class loader");
  }

  /** What is here and not there; of three handlers here and two there, one. */
  List<String> minus(Leftovers others) {
    List<String> rest = new ArrayList<>(things);
    others.things.forEach(rest::remove);
    return rest;
  }

  @Override
  public String toString() {
    return "%d class loaders, %d handlers, %d kinds of threads, %d kinds of MBeans"
        .formatted(count("class loader"), count("handler "), count("thread "), count("MBean "));
  }

  private long count(String kind) {
    return things.stream().filter(thing -> thing.startsWith(kind)).count();
  }
}

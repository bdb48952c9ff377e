package io.sereno.it.metrics;

import io.sereno.it.OnlyOn;
import io.sereno.it.Server;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;

/** Uses a cache of the server's own provider. */
@OnlyOn(Server.PAYARA)
@Path("cached")
@RequestScoped
public class CachedResource {

  private static final String NAME = "words";

  @Inject private CacheManager caches;

  @GET
  public String word() {
    Cache<String, String> words =
        Optional.ofNullable(caches.<String, String>getCache(NAME)).orElseGet(this::create);
    words.put("night", "noche");
    words.remove("day");
    return words.get("night") + words.get("day");
  }

  private Cache<String, String> create() {
    return caches.createCache(
        NAME, new MutableConfiguration<String, String>().setStatisticsEnabled(true));
  }
}

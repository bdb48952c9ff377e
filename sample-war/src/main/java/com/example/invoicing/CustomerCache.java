package com.example.invoicing;

import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;

/**
 * The customers looked at lately, as the outside sees them: no secret stays in memory for the
 * cache's sake.
 */
@ApplicationScoped
class CustomerCache {

  // By name: some servers have a caching provider of their own, and then there is no default
  private static final String PROVIDER =
      "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider";

  private static final long CAPACITY = 1_000;
  private static final Duration LIFETIME = new Duration(TimeUnit.MINUTES, 10);

  private ClassLoader loader;
  private CacheManager caches;
  private Cache<Long, CustomerView> customers;

  @PostConstruct
  void open() {
    // JCache remembers providers by class loader for as long as there is that loader: with one that
    // nobody else knows, a server whose own JCache this is can forget the application
    loader = new ClassLoader(CustomerCache.class.getClassLoader()) {};
    caches = Caching.getCachingProvider(PROVIDER, loader).getCacheManager();
    customers = caches.createCache("customers", configuration());
  }

  Optional<CustomerView> get(long id) {
    return Optional.ofNullable(customers.get(id));
  }

  void put(CustomerView customer) {
    customers.put(customer.id(), customer);
  }

  @PreDestroy
  void close() {
    caches.getCachingProvider().close();
  }

  private static CaffeineConfiguration<Long, CustomerView> configuration() {
    CaffeineConfiguration<Long, CustomerView> configuration = new CaffeineConfiguration<>();
    configuration.setTypes(Long.class, CustomerView.class);
    // A record does not change: no copy, no serialization
    configuration.setStoreByValue(false);
    configuration.setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(LIFETIME));
    configuration.setMaximumSize(OptionalLong.of(CAPACITY));
    // For the metrics
    configuration.setStatisticsEnabled(true);
    return configuration;
  }
}

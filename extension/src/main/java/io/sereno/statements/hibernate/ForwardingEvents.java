package io.sereno.statements.hibernate;

import org.hibernate.cache.spi.Region;
import org.hibernate.cache.spi.access.CachedDomainDataAccess;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.EventManager;
import org.hibernate.event.spi.EventManager.CacheActionDescription;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.HibernateMonitoringEvent;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what Hibernate tells, since it tells only one: to the one that the application has
 * brought besides, if any. What happens to statements and connections is left to a subclass.
 */
abstract class ForwardingEvents implements EventManager {

  /** The application's own. */
  final @Nullable EventManager next;

  ForwardingEvents(@Nullable EventManager next) {
    this.next = next;
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginSessionOpenEvent() {
    return next == null ? null : next.beginSessionOpenEvent();
  }

  @Override
  public void completeSessionOpenEvent(
      @Nullable HibernateMonitoringEvent event, SharedSessionContractImplementor session) {
    if (next != null) {
      next.completeSessionOpenEvent(event, session);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginSessionClosedEvent() {
    return next == null ? null : next.beginSessionClosedEvent();
  }

  @Override
  public void completeSessionClosedEvent(
      @Nullable HibernateMonitoringEvent event, SharedSessionContractImplementor session) {
    if (next != null) {
      next.completeSessionClosedEvent(event, session);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginJdbcConnectionReleaseEvent() {
    return next == null ? null : next.beginJdbcConnectionReleaseEvent();
  }

  @Override
  public void completeJdbcConnectionReleaseEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      @Nullable Object tenant) {
    if (next != null) {
      next.completeJdbcConnectionReleaseEvent(event, session, tenant);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginJdbcPreparedStatementCreationEvent() {
    return next == null ? null : next.beginJdbcPreparedStatementCreationEvent();
  }

  @Override
  public void completeJdbcPreparedStatementCreationEvent(
      @Nullable HibernateMonitoringEvent event, String sql) {
    if (next != null) {
      next.completeJdbcPreparedStatementCreationEvent(event, sql);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginCachePutEvent() {
    return next == null ? null : next.beginCachePutEvent();
  }

  @Override
  public void completeCachePutEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      Region region,
      boolean cacheContentChanged,
      CacheActionDescription description) {
    if (next != null) {
      next.completeCachePutEvent(event, session, region, cacheContentChanged, description);
    }
  }

  @Override
  public void completeCachePutEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      CachedDomainDataAccess access,
      EntityPersister persister,
      boolean cacheContentChanged,
      CacheActionDescription description) {
    if (next != null) {
      next.completeCachePutEvent(
          event, session, access, persister, cacheContentChanged, description);
    }
  }

  @Override
  public void completeCachePutEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      CachedDomainDataAccess access,
      EntityPersister persister,
      boolean cacheContentChanged,
      boolean isNaturalId,
      CacheActionDescription description) {
    if (next != null) {
      next.completeCachePutEvent(
          event, session, access, persister, cacheContentChanged, isNaturalId, description);
    }
  }

  @Override
  public void completeCachePutEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      CachedDomainDataAccess access,
      CollectionPersister persister,
      boolean cacheContentChanged,
      CacheActionDescription description) {
    if (next != null) {
      next.completeCachePutEvent(
          event, session, access, persister, cacheContentChanged, description);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginCacheGetEvent() {
    return next == null ? null : next.beginCacheGetEvent();
  }

  @Override
  public void completeCacheGetEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      Region region,
      boolean hit) {
    if (next != null) {
      next.completeCacheGetEvent(event, session, region, hit);
    }
  }

  @Override
  public void completeCacheGetEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      Region region,
      EntityPersister persister,
      boolean isNaturalId,
      boolean hit) {
    if (next != null) {
      next.completeCacheGetEvent(event, session, region, persister, isNaturalId, hit);
    }
  }

  @Override
  public void completeCacheGetEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      Region region,
      CollectionPersister persister,
      boolean hit) {
    if (next != null) {
      next.completeCacheGetEvent(event, session, region, persister, hit);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginFlushEvent() {
    return next == null ? null : next.beginFlushEvent();
  }

  @Override
  public void completeFlushEvent(@Nullable HibernateMonitoringEvent event, FlushEvent flush) {
    if (next != null) {
      next.completeFlushEvent(event, flush);
    }
  }

  @Override
  public void completeFlushEvent(
      @Nullable HibernateMonitoringEvent event, FlushEvent flush, boolean autoFlush) {
    if (next != null) {
      next.completeFlushEvent(event, flush, autoFlush);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginPartialFlushEvent() {
    return next == null ? null : next.beginPartialFlushEvent();
  }

  @Override
  public void completePartialFlushEvent(
      @Nullable HibernateMonitoringEvent event, AutoFlushEvent flush) {
    if (next != null) {
      next.completePartialFlushEvent(event, flush);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginDirtyCalculationEvent() {
    return next == null ? null : next.beginDirtyCalculationEvent();
  }

  @Override
  public void completeDirtyCalculationEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      EntityPersister persister,
      EntityEntry entry,
      int[] properties) {
    if (next != null) {
      next.completeDirtyCalculationEvent(event, session, persister, entry, properties);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginPrePartialFlush() {
    return next == null ? null : next.beginPrePartialFlush();
  }

  @Override
  public void completePrePartialFlush(
      @Nullable HibernateMonitoringEvent event, SharedSessionContractImplementor session) {
    if (next != null) {
      next.completePrePartialFlush(event, session);
    }
  }
}

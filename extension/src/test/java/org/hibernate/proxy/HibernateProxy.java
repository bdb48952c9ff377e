package org.hibernate.proxy;

/** As much of Hibernate's interface as is called, for tests without Hibernate. */
public interface HibernateProxy {
  LazyInitializer getHibernateLazyInitializer();
}

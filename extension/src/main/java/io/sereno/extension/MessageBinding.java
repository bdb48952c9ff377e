package io.sereno.extension;

import jakarta.ejb.MessageDriven;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.enterprise.util.Nonbinding;

/**
 * Has an interceptor around what every message-driven bean does: the annotation itself is the
 * binding, as no event tells of these beans. Where the server has no EJB, there are none.
 */
final class MessageBinding {

  private static final boolean HAS_EJB = hasEjb();

  private MessageBinding() {}

  private static boolean hasEjb() {
    try {
      Class.forName("jakarta.ejb.MessageDriven", false, MessageBinding.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false; // such as WildFly's standalone-microprofile.xml
    }
  }

  static boolean canBe() {
    return HAS_EJB;
  }

  static void make(BeforeBeanDiscovery beans) {
    beans
        .configureInterceptorBinding(MessageDriven.class)
        .methods()
        .forEach(member -> member.add(Nonbinding.Literal.INSTANCE));
  }

  static void put(AnnotatedTypeConfigurator<?> interceptor) {
    interceptor.add(new AnyMessageDriven());
  }
}

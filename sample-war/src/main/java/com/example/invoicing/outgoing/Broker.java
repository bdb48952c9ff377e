package com.example.invoicing.outgoing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSDestinationDefinition;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnector;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Decides which broker carries the queue: the server's own if it has one, else one embedded in this
 * application, in memory and without a network.
 */
@ApplicationScoped
@JMSDestinationDefinition(
    name = "java:app/outgoing-invoices",
    interfaceName = "jakarta.jms.Queue",
    destinationName = OutgoingQueue.NAME)
class Broker {

  private static final String SERVERS_OWN = "java:comp/DefaultJMSConnectionFactory";
  private static final String IN_THIS_JVM = "vm://0";

  private static final SimpleString DEAD = SimpleString.of("undeliverable");

  // Held here, because the log manager forgets a logger that nobody holds, and its level with it.
  // Artemis tells of every connection and session, at INFO
  private static final Logger ARTEMIS = Logger.getLogger("org.apache.activemq");

  private static final Logger LOG = Logger.getLogger(Broker.class.getName());

  private @Nullable EmbeddedActiveMQ embedded;

  @Produces
  @ApplicationScoped
  @SuppressWarnings("BanJNDI") // The name is a constant, and the answer comes from this server
  ConnectionFactory connections() {
    try {
      return InitialContext.doLookup(SERVERS_OWN);
    } catch (NamingException noBroker) {
      embedded = started();
      return new ActiveMQConnectionFactory(IN_THIS_JVM);
    }
  }

  @PreDestroy
  void stop() {
    if (embedded == null) {
      return;
    }
    try {
      embedded.stop();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The embedded broker did not stop as it should", e);
    }
    // Artemis keeps its clients' threads in static pools, for a minute or for ever
    ActiveMQClient.clearThreadPools();
    InVMConnector.resetThreadPool();
    ARTEMIS.setLevel(null);
  }

  private static EmbeddedActiveMQ started() {
    ARTEMIS.setLevel(Level.WARNING);
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    try {
      broker.setConfiguration(configuration());
      return broker.start();
    } catch (Exception e) {
      throw new IllegalStateException("The embedded broker does not start", e);
    }
  }

  private static Configuration configuration() throws Exception {
    return new ConfigurationImpl()
        .setPersistenceEnabled(false)
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .setCriticalAnalyzer(false)
        .addAddressSetting(
            "#", new AddressSettings().setDeadLetterAddress(DEAD).setExpiryAddress(DEAD))
        .addAcceptorConfiguration("vm", IN_THIS_JVM);
  }
}

package io.sereno.it.context;

import io.sereno.context.jms.JmsContext;
import io.sereno.it.OnlyOn;
import io.sereno.it.Server;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Queue;

/** Sends to two queues of the server's broker: one for the listener, one to be read by hand. */
@OnlyOn(Server.WILDFLY)
@ApplicationScoped
@JMSDestinationDefinition(
    name = JourneyQueue.LISTENED,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "journey-listened")
@JMSDestinationDefinition(
    name = JourneyQueue.READ,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "journey-read")
public class JourneyQueue implements JourneyMessages {

  static final String LISTENED = "java:app/journey-listened";
  static final String READ = "java:app/journey-read";

  @Resource private ConnectionFactory connections;

  @Resource(lookup = LISTENED)
  private Queue listened;

  @Resource(lookup = READ)
  private Queue read;

  @Override
  public void send() {
    try (JMSContext context = connections.createContext()) {
      JmsContext.stamp(context.createProducer()).send(listened, "on your way");
      context.createProducer().send(read, JmsContext.stamp(context.createTextMessage("wait")));
    }
    Thread reader = new Thread(this::read);
    reader.start();
  }

  private void read() {
    try (JMSContext context = connections.createContext()) {
      JmsContext.receive(
          context.createConsumer(read).receive(10_000),
          message ->
              JourneyServlet.LOG.info("message read by hand: " + message.getBody(String.class)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

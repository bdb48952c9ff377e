package io.sereno.it.context;

import io.sereno.it.OnlyOn;
import io.sereno.it.Server;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

@OnlyOn(Server.WILDFLY)
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = JourneyQueue.LISTENED),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
public class JourneyListener implements MessageListener {

  @Override
  public void onMessage(Message message) {
    JourneyServlet.LOG.info("message-driven bean");
  }
}

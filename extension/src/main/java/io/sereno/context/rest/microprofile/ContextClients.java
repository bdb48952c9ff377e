package io.sereno.context.rest.microprofile;

import io.sereno.context.rest.ContextFeature;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Sends the context along with the calls of MicroProfile REST clients. Found by ServiceLoader. */
public final class ContextClients implements RestClientListener {

  @Override
  public void onNewClient(Class<?> client, RestClientBuilder builder) {
    builder.register(ContextFeature.class);
  }
}

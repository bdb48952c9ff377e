package io.sereno.it.context;

import io.sereno.context.rest.ContextFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

@ApplicationScoped
public class JourneyClients {

  /**
   * Calls back with a client that was told of Sereno, with one that was not, and MicroProfile's.
   */
  public String call(String root) {
    return call(ClientBuilder.newClient(), root, "Jakarta REST")
        + call(ClientBuilder.newClient().register(ContextFeature.class), root, "registered")
        + RestClientBuilder.newBuilder()
            .baseUri(URI.create(root + "api"))
            .build(JourneyClient.class)
            .end("MicroProfile");
  }

  private static String call(Client client, String root, String by) {
    try {
      return client
              .target(root)
              .path("api/journey")
              .queryParam("by", by)
              .request()
              .get(String.class)
          + ", ";
    } finally {
      client.close();
    }
  }
}

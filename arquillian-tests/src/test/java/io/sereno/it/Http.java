package io.sereno.it;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plain requests to a deployed WAR.
 *
 * <pre>{@code
 * Http.Response response = Http.at(url).get("api/greetings", "Accept", "text/plain");
 * }</pre>
 *
 * Paths are relative to the WAR's root, or with a leading slash to the server's; headers are names
 * and values in turn. Redirects are not followed, any status is returned, and an answer that takes
 * longer than 30 seconds is an error.
 */
public final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .build();

  private final URI root;

  private Http(URI root) {
    this.root = root;
  }

  /** Requests to the WAR at this address, as {@code @ArquillianResource} gives it. */
  public static Http at(URL root) {
    return new Http(URI.create(root.toString()));
  }

  public Response get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public Response post(String path, String body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(body), headers);
  }

  public Response put(String path, String body, String... headers) {
    return send("PUT", path, BodyPublishers.ofString(body), headers);
  }

  /** A request of any method, without a body. */
  public Response send(String method, String path, String... headers) {
    return send(method, path, BodyPublishers.noBody(), headers);
  }

  private Response send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Response(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + root.resolve(path) + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back; header names are in lower case. */
  public record Response(int status, Map<String, List<String>> headers, String body) {

    /** The first value of a header, its name in any case. */
    public Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst();
    }
  }
}

package io.sereno.endpoints;

import io.sereno.context.Network;
import io.sereno.endpoints.EndpointSettings.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who comes in to an endpoint: by token, by address, by role, or everybody. Threads: any.
 */
public final class Door {

  private static final String TOKEN_HEADER = "X-Sereno-Token";
  private static final String BEARER = "bearer ";

  private final boolean open;
  private final Optional<byte[]> token;
  private final List<String> roles;
  private final List<Network> allow;

  public Door(DoorSettings settings, EndpointSettings endpoint) {
    this.open = endpoint.access() == Access.PUBLIC;
    this.token = settings.token().map(Door::bytes);
    this.roles = endpoint.roles().isEmpty() ? settings.roles() : endpoint.roles();
    this.allow = settings.allow();
  }

  /** What the door says to a visitor. */
  public enum Answer {
    WELCOME,
    /** Nobody known: 401. */
    WHO_ARE_YOU,
    /** Somebody known, who may not: 403. */
    NOT_YOU
  }

  /** The roles that this door asks for. */
  public List<String> roles() {
    return roles;
  }

  /** Whether anybody at all can come in. */
  public boolean opens() {
    return open || token.isPresent() || !roles.isEmpty() || !allow.isEmpty();
  }

  Answer ask(HttpServletRequest request) {
    return open ? Answer.WELCOME : askToChange(request);
  }

  /** Public is for looking; who changes something must be known. */
  Answer askToChange(HttpServletRequest request) {
    if (hasToken(request) || isNeighbour(request) || isInRole(request)) {
      return Answer.WELCOME;
    }
    return request.getUserPrincipal() == null ? Answer.WHO_ARE_YOU : Answer.NOT_YOU;
  }

  private boolean hasToken(HttpServletRequest request) {
    return token.isPresent()
        && (matches(request.getHeader(TOKEN_HEADER))
            || matches(bearer(request.getHeader("Authorization"))));
  }

  private static @Nullable String bearer(@Nullable String authorization) {
    return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? authorization.substring(BEARER.length()).strip()
        : null;
  }

  private boolean matches(@Nullable String sent) {
    return sent != null && token.isPresent() && MessageDigest.isEqual(token.get(), bytes(sent));
  }

  private boolean isNeighbour(HttpServletRequest request) {
    return allow.stream().anyMatch(network -> network.contains(request.getRemoteAddr()));
  }

  private boolean isInRole(HttpServletRequest request) {
    return roles.stream().anyMatch(request::isUserInRole);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

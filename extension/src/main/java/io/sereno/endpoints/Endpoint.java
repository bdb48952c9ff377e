package io.sereno.endpoints;

import io.sereno.endpoints.Door.Answer;
import io.sereno.figures.Failures;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of Sereno's own pages: behind its door, for GET and HEAD and whatever else it says, with
 * problem bodies for all other methods.
 */
public abstract class Endpoint extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final transient Door door;
  private final transient Failures failures;
  private final String name;
  private final String path;

  protected Endpoint(EndpointSettings settings, Door door, Failures failures) {
    this.name = settings.name();
    this.path = settings.path();
    this.door = door;
    this.failures = failures;
  }

  /** The feature that it belongs to. */
  public final String name() {
    return name;
  }

  /** Where it answers, below the context root. */
  public final String path() {
    return path;
  }

  /** The roles that its door asks for, which the application must know of. */
  public final List<String> roles() {
    return door.roles();
  }

  /** Whether anybody at all can come in. */
  public final boolean opens() {
    return door.opens();
  }

  /** Answers a GET of somebody who was let in. */
  protected abstract void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  /** Answers a GET of somebody who was not: a refusal, unless there is something for strangers. */
  protected void turnAway(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refuse(answer, response);
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      if (METHODS.contains(request.getMethod())) {
        get(request, response);
      } else if (changingMethods().contains(request.getMethod())) {
        changeOrRefuse(request, response);
      } else {
        response.setHeader("Allow", String.join(", ", allowed()));
        ProblemBody.METHOD_NOT_ALLOWED.send(response);
      }
    } catch (RuntimeException e) {
      failures.report("endpoints", "answering " + path, e);
      if (!response.isCommitted()) {
        response.resetBuffer();
        ProblemBody.FAILED.send(response);
      }
    }
  }

  /** Whether there is something below the endpoint's own path; there is not, unless it says so. */
  protected boolean answersBelow() {
    return false;
  }

  /** The methods besides GET and HEAD that this page answers: they change something. */
  protected Set<String> changingMethods() {
    return Set.of();
  }

  /** Answers one of those, of somebody who was let in by more than {@code access=public}. */
  protected void change(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemBody.METHOD_NOT_ALLOWED.send(response);
  }

  private Set<String> allowed() {
    Set<String> allowed = new TreeSet<>(METHODS);
    allowed.addAll(changingMethods());
    return allowed;
  }

  private void changeOrRefuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Answer answer = door.askToChange(request);
    if (answer == Answer.WELCOME) {
      change(request, response);
    } else {
      refuse(answer, response);
    }
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Answer answer = door.ask(request);
    if (!answersBelow() && request.getPathInfo() != null) {
      ProblemBody.NOT_FOUND.send(response);
    } else if (answer == Answer.WELCOME) {
      answer(request, response);
    } else {
      turnAway(answer, request, response);
    }
  }

  /** Refuses with the challenges that would help: a token, and a login where roles let in. */
  protected final void refuse(Answer answer, HttpServletResponse response) throws IOException {
    if (answer == Answer.NOT_YOU) {
      ProblemBody.FORBIDDEN.send(response);
      return;
    }
    response.setHeader("WWW-Authenticate", "Bearer realm=\"sereno\"");
    if (!roles().isEmpty()) {
      response.addHeader("WWW-Authenticate", "Basic realm=\"sereno\"");
    }
    ProblemBody.UNAUTHORIZED.send(response);
  }
}

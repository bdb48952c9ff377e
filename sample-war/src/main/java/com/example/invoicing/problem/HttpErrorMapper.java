package com.example.invoicing.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What Jakarta REST itself refuses: an unknown address, a wrong method, a wrong media type. */
@Provider
public final class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException error) {
    Response answer = error.getResponse();
    boolean isError = answer.getStatus() >= 400;
    // Its headers stay: a 405 says in Allow what would be allowed
    return isError
        ? Problem.of(answer.getStatus()).response(Response.fromResponse(answer))
        : answer;
  }
}

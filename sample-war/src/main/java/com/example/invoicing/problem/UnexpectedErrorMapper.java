package com.example.invoicing.problem;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What nobody foresaw: the log gets everything, once, and the caller nothing. */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(UnexpectedErrorMapper.class.getName());

  @Context private Request request;
  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable error) {
    if (error instanceof OptimisticLockException) {
      return Problem.of(409, "Somebody else was faster: look again.").response();
    }
    LOG.log(
        Level.SEVERE,
        error,
        () -> request.getMethod() + " " + uri.getRequestUri().getRawPath() + " failed");
    return Problem.of(500).response();
  }
}

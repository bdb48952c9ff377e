package com.example.invoicing.problem;

import com.example.invoicing.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the application refused, in its own words. */
@Provider
public final class RefusalMapper implements ExceptionMapper<Refusal> {

  @Override
  public Response toResponse(Refusal refusal) {
    int status =
        switch (refusal.reason()) {
          case UNKNOWN -> 404;
          case CONFLICT -> 409;
          case INVALID -> 400;
        };
    return Problem.of(status, refusal.explanation()).response();
  }
}

package com.example.invoicing.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;

/** What Bean Validation found wrong with a request, field by field. */
@Provider
public final class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

  private static final String WHOLE_BODY = "(body)";

  @Override
  public Response toResponse(ConstraintViolationException invalid) {
    List<Problem.FieldError> errors =
        invalid.getConstraintViolations().stream()
            .map(ViolationMapper::error)
            .sorted(Comparator.comparing(Problem.FieldError::field))
            .toList();
    return new Problem(400, "Some fields are not valid.", errors).response();
  }

  private static Problem.FieldError error(ConstraintViolation<?> violation) {
    return new Problem.FieldError(field(violation.getPropertyPath()), violation.getMessage());
  }

  /** The path without its beginning, which names our method and its parameter. */
  private static String field(Path path) {
    StringBuilder field = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getKind() != ElementKind.METHOD && node.getKind() != ElementKind.PARAMETER) {
        field.append(field.isEmpty() ? "" : ".").append(node);
      }
    }
    return field.isEmpty() ? WHOLE_BODY : field.toString();
  }
}

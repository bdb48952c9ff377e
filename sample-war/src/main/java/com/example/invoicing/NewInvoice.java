package com.example.invoicing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/** What is asked of a new invoice. */
public record NewInvoice(
    @NotNull Long customerId, @NotEmpty @Size(max = MAX_LINES) List<@NotNull @Valid Line> lines) {

  static final int DESCRIPTION_LENGTH = 200;
  private static final int MAX_LINES = 100;

  /** One line to be. */
  public record Line(
      @NotBlank @Size(max = DESCRIPTION_LENGTH) String description,
      @NotNull @Positive @Max(1_000_000) Integer quantity,
      @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2) BigDecimal unitPrice) {}
}

package com.example.invoicing;

import io.sereno.Sensitive;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What is asked of a new customer. */
public record NewCustomer(
    @NotBlank @Size(max = NAME_LENGTH) String name,
    @NotBlank @Email @Size(max = EMAIL_LENGTH) String email,
    @Sensitive @NotBlank @Size(max = TAX_ID_LENGTH) String taxId,
    @Sensitive @NotBlank @Size(max = IBAN_LENGTH) String iban) {

  static final int NAME_LENGTH = 100;
  static final int EMAIL_LENGTH = 254;
  static final int TAX_ID_LENGTH = 20;

  /** 34 characters, in groups of four. */
  static final int IBAN_LENGTH = 42;
}

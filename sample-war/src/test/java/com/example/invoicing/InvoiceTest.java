package com.example.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InvoiceTest {

  private final Invoice invoice =
      new Invoice(
          new Customer(new NewCustomer("Ada", "ada@example.com", "12345678Z", "ES91")),
          List.of(line(7, "40.5"), line(2, "3.95")));

  @Test
  void totalIsTheSumOfTheLines() {
    assertThat(invoice.getTotal()).isEqualTo(new BigDecimal("291.40"));
  }

  @Test
  void goesFromDraftToApprovedToPaid() {
    assertThat(invoice.getStatus()).isEqualTo(InvoiceStatus.DRAFT);
    invoice.approve();
    assertThat(invoice.getStatus()).isEqualTo(InvoiceStatus.APPROVED);
    invoice.pay();
    assertThat(invoice.getStatus()).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void draftCannotBePaid() {
    assertConflict(invoice::pay, "The invoice is DRAFT: only an APPROVED one can be paid.");
  }

  @Test
  void isApprovedOnce() {
    invoice.approve();
    assertConflict(invoice::approve, "The invoice is APPROVED: only a DRAFT can be approved.");
  }

  @Test
  void isPaidOnce() {
    invoice.approve();
    invoice.pay();
    assertConflict(invoice::pay, "The invoice is PAID: only an APPROVED one can be paid.");
  }

  private void assertConflict(ThrowingCallable step, String explanation) {
    InvoiceStatus before = invoice.getStatus();
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CONFLICT);
              assertThat(refusal.explanation()).isEqualTo(explanation);
            });
    assertThat(invoice.getStatus()).isEqualTo(before);
  }

  private static InvoiceLine line(int quantity, String unitPrice) {
    return new InvoiceLine(new NewInvoice.Line("Night watch", quantity, new BigDecimal(unitPrice)));
  }
}

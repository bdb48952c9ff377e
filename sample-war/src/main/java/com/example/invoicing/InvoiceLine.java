package com.example.invoicing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** One line of an invoice: so many of these, at so much each. */
@Embeddable
public class InvoiceLine {

  @Column(nullable = false, length = NewInvoice.DESCRIPTION_LENGTH)
  private String description;

  @Column(nullable = false)
  private int quantity;

  @Column(nullable = false, precision = 19, scale = 2)
  private BigDecimal unitPrice;

  protected InvoiceLine() {}

  InvoiceLine(NewInvoice.Line line) {
    this.description = line.description();
    this.quantity = line.quantity();
    this.unitPrice = line.unitPrice().setScale(2);
  }

  public String getDescription() {
    return description;
  }

  public int getQuantity() {
    return quantity;
  }

  public BigDecimal getUnitPrice() {
    return unitPrice;
  }

  public BigDecimal getAmount() {
    return unitPrice.multiply(BigDecimal.valueOf(quantity));
  }
}

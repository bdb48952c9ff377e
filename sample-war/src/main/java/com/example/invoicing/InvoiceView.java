package com.example.invoicing;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.util.List;

/** An invoice as the outside sees one. */
@JsonbPropertyOrder({"id", "customerId", "status", "total", "lines"})
public record InvoiceView(
    long id, long customerId, InvoiceStatus status, BigDecimal total, List<Line> lines) {

  /** One line of it. */
  @JsonbPropertyOrder({"description", "quantity", "unitPrice", "amount"})
  public record Line(String description, int quantity, BigDecimal unitPrice, BigDecimal amount) {}

  /** An invoice in a list: without its lines, which would cost a query each. */
  @JsonbPropertyOrder({"id", "customerId", "status", "total"})
  public record Summary(long id, long customerId, InvoiceStatus status, BigDecimal total) {}

  static InvoiceView of(Invoice invoice) {
    return new InvoiceView(
        invoice.getId(),
        invoice.getCustomer().getId(),
        invoice.getStatus(),
        invoice.getTotal(),
        invoice.getLines().stream().map(InvoiceView::line).toList());
  }

  private static Line line(InvoiceLine line) {
    return new Line(
        line.getDescription(), line.getQuantity(), line.getUnitPrice(), line.getAmount());
  }
}

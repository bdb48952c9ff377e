package com.example.invoicing.api;

import com.example.invoicing.InvoiceService;
import com.example.invoicing.InvoiceView;
import com.example.invoicing.NewInvoice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Invoices: from draft to paid. */
@Path("invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceResource {

  @Inject private InvoiceService invoices;
  @Context private UriInfo uri;

  @GET
  public List<InvoiceView.Summary> latest() {
    return invoices.latest();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@NotNull @Valid NewInvoice invoice) {
    InvoiceView created = invoices.create(invoice);
    return Response.created(uri.getAbsolutePathBuilder().path(Long.toString(created.id())).build())
        .entity(created)
        .build();
  }

  @GET
  @Path("{id}")
  public InvoiceView find(@PathParam("id") long id) {
    return invoices.find(id);
  }

  @POST
  @Path("{id}/approve")
  public InvoiceView approve(@PathParam("id") long id) {
    return invoices.approve(id);
  }

  @POST
  @Path("{id}/pay")
  public InvoiceView pay(@PathParam("id") long id) {
    return invoices.pay(id);
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") long id) {
    invoices.delete(id);
  }
}

package com.example.invoicing.api;

import com.example.invoicing.CustomerService;
import com.example.invoicing.CustomerView;
import com.example.invoicing.NewCustomer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Customers: write one down, look one up. */
@Path("customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomerResource {

  @Inject private CustomerService customers;
  @Context private UriInfo uri;

  @POST
  public Response create(@NotNull @Valid NewCustomer customer) {
    CustomerView created = customers.create(customer);
    return Response.created(uri.getAbsolutePathBuilder().path(Long.toString(created.id())).build())
        .entity(created)
        .build();
  }

  @GET
  @Path("{id}")
  public CustomerView find(@PathParam("id") long id) {
    return customers.find(id);
  }
}

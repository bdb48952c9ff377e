package com.example.invoicing.api;

import com.example.invoicing.CustomerTotal;
import com.example.invoicing.ReportService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Reports. */
@Path("reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

  @Inject private ReportService reports;

  /** An N+1 on purpose: {@code http_server_request_db_queries} shows it, and the access record. */
  @GET
  @Path("slow")
  public List<CustomerTotal> slow() {
    return reports.totalsOneByOne();
  }
}

package dev.steward.feedback.customer;

import dev.steward.feedback.source.Scope;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.feedback.source.caller.ApiCallers;
import dev.steward.feedback.source.caller.SourceKeyAllowed;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of customers.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Customers")
class CustomerResource {

    private static final String NEW =
            """
            {"name": "Northwind Rail", "segment": "Enterprise", "annualRevenue": 1200000,
             "externalIds": {"crm": "4711"}, "domains": ["northwind.example"]}
            """;
    private static final String ONE =
            """
            {"id": "01981b5e-0000-7000-8000-000000000002", "version": 1, "name": "Northwind Rail",
             "segment": "Enterprise", "annualRevenue": 1200000.00, "confirmed": true, "externalIds": {"crm": "4711"},
             "domains": ["northwind.example"], "createdAt": "2026-01-15T09:30:00Z"}
            """;
    private static final String ENTERED =
            """
            {"id": "01981b5e-0000-7000-8000-000000000002", "version": 1, "name": "Northwind Rail",
             "segment": "Enterprise", "annualRevenue": 1200000.00, "confirmed": true, "externalIds": {"crm": "4711"},
             "domains": ["northwind.example"], "createdAt": "2026-01-15T09:30:00Z", "result": "CREATED"}
            """;
    private static final String PAGE =
            """
            {"items": [{"id": "01981b5e-0000-7000-8000-000000000002", "version": 1, "name": "Northwind Rail",
             "segment": "Enterprise", "annualRevenue": 1200000.00, "confirmed": true, "externalIds": {"crm": "4711"},
             "domains": [], "createdAt": "2026-01-15T09:30:00Z"}], "page": {"limit": 50}}
            """;

    /// Names the schema of a page of customers.
    @Schema(name = "CustomerPage")
    private record CustomerPage(
            @Schema(description = "The customers of this page, oldest first.")
                    List<CustomerView> items,
            @Schema(description = "Size of this page and the cursor of the next one.")
                    Page.Info page) {}

    private final Access access;
    private final ApiCallers callers;
    private final Customers customers;
    private final CustomerUpsert customerUpsert;
    private final Idempotent idempotent;

    CustomerResource(
            Access access,
            ApiCallers callers,
            Customers customers,
            CustomerUpsert customerUpsert,
            Idempotent idempotent) {
        this.access = access;
        this.callers = callers;
        this.customers = customers;
        this.customerUpsert = customerUpsert;
        this.idempotent = idempotent;
    }

    @POST
    @Path("/products/{p}/customers")
    @SourceKeyAllowed
    @SecurityRequirement(name = "oidc")
    @SecurityRequirement(name = "sourceKey")
    @Operation(
            operationId = "createCustomer",
            summary = "Create a customer, or update the one with the same external id",
            description =
                    """
                    A customer is a company. When none has one of the external ids, it is created: 201. \
                    Otherwise that customer is updated: 200, with UPDATED or UNCHANGED in `result`; fields \
                    that are absent or null stay as they are. Needs the right CUSTOMERS, or a source key \
                    with the scope `customers:write`; the answer to a key repeats what it sent and shows \
                    nothing that others have entered.\
                    """)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewCustomer.class),
                            examples = @ExampleObject(name = "company", value = NEW)))
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content =
                    @Content(
                            schema = @Schema(implementation = CustomerView.class),
                            examples = @ExampleObject(name = "created", value = ENTERED)))
    @APIResponse(
            responseCode = "200",
            description = "A customer has one of the external ids: UPDATED or UNCHANGED.",
            content =
                    @Content(
                            schema = @Schema(implementation = CustomerView.class),
                            examples = @ExampleObject(name = "known", value = ENTERED)))
    public Response upsert(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @NotNull Body<NewCustomer> body) {
        var caller = callers.to(product);
        caller.require(Right.CUSTOMERS, Scope.CUSTOMERS_WRITE);
        var customer = body.read();
        return idempotent.once(
                () -> answer(customerUpsert.upsert(caller, customer), customer, caller));
    }

    @GET
    @Path("/products/{p}/customers")
    @SecurityRequirement(name = "oidc")
    @Operation(
            operationId = "listCustomers",
            summary = "List customers",
            description =
                    "The product's customers, oldest first. Needs the right CUSTOMERS, at least to read; "
                            + "revenues are shown with the right CUSTOMER_VALUE.")
    @APIResponse(
            responseCode = "200",
            description = "The customers, oldest first.",
            content =
                    @Content(
                            schema = @Schema(implementation = CustomerPage.class),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Response list(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @BeanParam @Valid PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.CUSTOMERS);
        var query = "customers " + grant.productId();
        return new SizeLimitedPage<CustomerView>(
                        (cursor, limit) -> views(grant, after(query, cursor), limit),
                        CustomerView::bytes,
                        row -> Cursor.encode(query, List.of(row.id().toString())))
                .page(page)
                .response(uri);
    }

    private List<CustomerView> views(Grant grant, @Nullable UUID after, int limit) {
        return customers.page(grant.productId(), after, limit).stream()
                .map(row -> CustomerView.of(row, grant.mayRead(Right.CUSTOMER_VALUE)))
                .toList();
    }

    private static @Nullable UUID after(String query, @Nullable String cursor) {
        var position = Cursor.decode(query, cursor, 1);
        return position == null ? null : Cursor.key(position.getFirst(), UUID::fromString);
    }

    @GET
    @Path("/customers/{c}")
    @SecurityRequirement(name = "oidc")
    @Operation(
            operationId = "getCustomer",
            summary = "Get a customer",
            description =
                    "Needs the right CUSTOMERS, at least to read; the revenue is shown with the right "
                            + "CUSTOMER_VALUE.")
    @APIResponse(
            responseCode = "200",
            description = "The customer.",
            content =
                    @Content(
                            schema = @Schema(implementation = CustomerView.class),
                            examples = @ExampleObject(name = "customer", value = ONE)))
    public Response get(
            @Parameter(description = "Id of the customer.") @PathParam("c") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var customer = customers.findByIdOptional(id).orElseThrow(CustomerNotFound::new);
        var grant =
                access.to(customer.productId(), CustomerNotFound::new).requireRead(Right.CUSTOMERS);
        var view = CustomerView.of(customer, grant.mayRead(Right.CUSTOMER_VALUE));
        return Representation.read(ifNoneMatch, Representation.etag(view.version()), view);
    }

    private static Response answer(
            CustomerUpsert.Upserted upserted, NewCustomer sent, ApiCaller caller) {
        var full =
                CustomerView.of(
                        upserted.customer(),
                        caller.mayRead(Right.CUSTOMER_VALUE),
                        upserted.result());
        var view =
                switch (caller) {
                    case ApiCaller.Member _ -> full;
                    case ApiCaller.Key _ -> full.withOnly(sent);
                };
        var etag = Representation.etag(view.version());
        return upserted.result() == CustomerUpsert.Result.CREATED
                ? Representation.created(URI.create("/api/v1/customers/" + view.id()), etag, view)
                : Representation.ok(etag, view);
    }
}

package dev.steward.backlog.order;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The order of a product's backlog.
@Path("/api/v1/products/{p}/order")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order")
@SecurityRequirement(name = "oidc")
class OrderResource {

    private final Access access;
    private final Idempotent idempotent;
    private final Ordering ordering;

    OrderResource(Access access, Idempotent idempotent, Ordering ordering) {
        this.access = access;
        this.idempotent = idempotent;
        this.ordering = ordering;
    }

    @POST
    @Operation(
            operationId = "moveItems",
            summary = "Put items where they belong in the order",
            description =
                    """
                    Names neighbours, never ranks: `after`, `before`, both (between the two), or `to`
                    TOP or BOTTOM; one move, or several as `moves`. Applied in sequence, all or
                    nothing, at most 10,000 ids. Answers 409 `order-moved` when the order has changed
                    since the `orderVersion` given, 409 `neighbours-moved` with the current neighbours
                    when `after` no longer stands above `before`, and 422 for items that are unknown,
                    of another product, named twice, or dropped. Needs the right PRIORITISE.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The order's version now, and what stands elsewhere, by position.",
            content = @Content(schema = @Schema(implementation = Ordering.Outcome.class)))
    public Response move(@PathParam("p") String product, @Valid @NotNull OrderRequest request) {
        var grant = access.to(product).toDo(Right.PRIORITISE);
        return idempotent.once(() ->
                Response.ok(ordering.move(grant, request.byPointer(), request.orderVersion()))
                        .build());
    }
}

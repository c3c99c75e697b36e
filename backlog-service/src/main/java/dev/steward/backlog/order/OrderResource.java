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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The order of a product's backlog.
@Path("/api/v1/products/{p}/order")
@Authenticated
@RunOnVirtualThread
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
                    Names neighbours, never ranks: `after`, `before`, both (between the two), or `to` TOP or BOTTOM; one
                    move, or several as `moves`. Applied in sequence, all or nothing, at most 10,000 ids. Give the
                    `orderVersion` you looked at to be refused when the order has changed since. Needs the right PRIORITISE.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The order's new version, and every item with another rank, by position.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Ordering.Outcome.class),
                            examples =
                                    @ExampleObject(
                                            name = "moved",
                                            value =
                                                    """
                                                    {"orderVersion": 12, "moved": [
                                                      {"id": "01997c8e-0f5b-7a3c-9d57-1f6a3a6c2b10", "rank": "0000001V", "position": 1}]}
                                                    """)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`order-moved` with the current version, or `neighbours-moved` with the current neighbours.")
    @APIResponse(
            responseCode = "422",
            description = "Items that are unknown, of another product, named twice, or dropped.")
    public Response move(
            @PathParam("p") String product,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = OrderRequest.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "top",
                                                        value =
                                                                "{\"items\": [\"SHOP-3\", \"SHOP-1\"], \"to\": \"TOP\", \"orderVersion\": 11}"),
                                                @ExampleObject(
                                                        name = "between",
                                                        value =
                                                                "{\"items\": [\"SHOP-7\"], \"after\": \"SHOP-3\", \"before\": \"SHOP-1\", \"reason\": \"Asked for by sales\"}")
                                            }))
                    @Valid
                    @NotNull
                    OrderRequest request) {
        var grant = access.to(product).toDo(Right.PRIORITISE);
        return idempotent.once(() ->
                Response.ok(ordering.move(grant, request.byPointer(), request.orderVersion()))
                        .build());
    }
}

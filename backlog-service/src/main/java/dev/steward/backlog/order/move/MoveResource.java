package dev.steward.backlog.order.move;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.order.OrderOutcome;
import dev.steward.backlog.order.PositionParameter;
import dev.steward.backlog.order.move.ItemMoving.MoveCommand;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Moves items in the order.
@Path("/api/v1/products/{p}/order")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order", description = "The order of the backlog, pins and proposals.")
@SecurityRequirement(name = "oidc")
class MoveResource {

    private final Access access;
    private final Idempotent idempotent;
    private final ItemMoving moving;

    MoveResource(Access access, Idempotent idempotent, ItemMoving moving) {
        this.access = access;
        this.idempotent = idempotent;
        this.moving = moving;
    }

    @POST
    @Operation(
            operationId = "moveItems",
            summary = "Move items in the order",
            description =
                    """
                    Moves items to a place that is named by its neighbours: below `after`, above `before`, between the two, or `to` the TOP
                    or BOTTOM. One move, or several as `moves`: applied one after the other, all or none, at most 10,000 items.

                    409 `order-moved`: the order has changed since the `orderVersion` you sent. 409 `neighbours-moved`: `after` no longer
                    stands above `before`; the answer names their neighbours now. 409 `order-busy`: another order is being applied, ask again
                    after `Retry-After` seconds. 422: an item is unknown, dropped or named twice. Moving items to where they already are changes
                    nothing, not even the version. Needs the right PRIORITISE.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The version of the order and the items whose place changed, by rank.",
            content = @Content(schema = @Schema(implementation = OrderOutcome.class)))
    public Response move(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @QueryParam("include") @Parameter(description = PositionParameter.TEXT)
                    @Nullable String include,
            @NotNull Body<OrderRequest> body) {
        var grant = access.to(product).require(Right.PRIORITISE);
        var request = body.read();
        var withPositions = PositionParameter.isIn(include);
        return idempotent.once(() -> {
            var command =
                    new MoveCommand(request.byPointer(), request.orderVersion(), withPositions);
            var outcome = moving.move(grant, command);
            return Representation.ok(Representation.etag(outcome.orderVersion()), outcome);
        });
    }
}

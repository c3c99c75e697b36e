package dev.steward.backlog.item.change;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.item.BacklogItemEvent;
import dev.steward.backlog.item.details.ItemView;
import dev.steward.backlog.item.details.ItemViewQuery;
import dev.steward.backlog.item.details.VisibleItems;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/items/{i}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Items", description = "The items of the product backlog.")
@SecurityRequirement(name = "oidc")
class ItemStatusResource {

    private final VisibleItems items;
    private final ItemViewQuery views;
    private final ItemChanges changes;
    private final Idempotent idempotent;

    ItemStatusResource(
            VisibleItems items, ItemViewQuery views, ItemChanges changes, Idempotent idempotent) {
        this.items = items;
        this.views = views;
        this.changes = changes;
        this.idempotent = idempotent;
    }

    @Schema(name = "DropReason")
    record DropReason(
            @Schema(
                            description =
                                    "Why the item is dropped, at most 1,000 characters. Kept in the"
                                            + " item's history.")
                    @Nullable
                    @Size(max = 1_000)
                    String reason) {}

    @POST
    @Path("refine")
    @Operation(
            operationId = "refineItem",
            summary = "Start refining an item",
            description =
                    "Sets the status REFINING. Allowed for NEW and READY items (409 otherwise)."
                            + " `If-Match` is optional here: the status already decides whether the"
                            + " step is allowed. Needs the right REFINE.")
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "200",
            responseDescription = "The item is REFINING.")
    public Response refine(
            @PathParam("i") @Parameter(description = ApiTexts.ITEM) String i,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return changeStatus(i, Right.REFINE, ifMatch, BacklogItem::refine);
    }

    @POST
    @Path("ready")
    @Operation(
            operationId = "markItemReady",
            summary = "Mark an item as ready",
            description =
                    "Sets the status READY: the item can be selected for a sprint. Allowed for NEW"
                            + " and REFINING items (409 otherwise). Readiness rules that are not met do"
                            + " not prevent it; `readiness.failing` names them. `If-Match` is optional"
                            + " here: the status already decides whether the step is allowed. Needs the"
                            + " right REFINE.")
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "200",
            responseDescription = "The item is READY.")
    public Response ready(
            @PathParam("i") @Parameter(description = ApiTexts.ITEM) String i,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return changeStatus(i, Right.REFINE, ifMatch, BacklogItem::markReady);
    }

    @POST
    @Path("drop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "dropItem",
            summary = "Drop an item",
            description =
                    "Takes the item out of the order, for example because it will not be done. It"
                            + " can be restored. Not while it is in a sprint (409 `item-in-sprint`) or"
                            + " once it is released (409 `item-is-released`). `If-Match` is optional"
                            + " here: the status already decides whether the step is allowed. Needs the"
                            + " right DROP_ITEM.")
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "200",
            responseDescription = "The item is DROPPED.")
    public Response drop(
            @PathParam("i") @Parameter(description = ApiTexts.ITEM) String i,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @RequestBody(required = false) Body<DropReason> body) {
        var item = items.find(i);
        item.grant().require(Right.DROP_ITEM);
        var reason = body.readIfGiven().map(DropReason::reason).orElse(null);
        return once(
                item,
                ifMatch,
                (grant, id, condition) -> changes.drop(grant, id, condition, reason));
    }

    @POST
    @Path("restore")
    @Operation(
            operationId = "restoreItem",
            summary = "Restore a dropped item",
            description =
                    "Gives a dropped item the status it had before, at its old place in the order."
                            + " Other items answer 409. `If-Match` is optional here: the status already"
                            + " decides whether the step is allowed. Needs the right DROP_ITEM.")
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "200",
            responseDescription = "The item, with the status it had before.")
    public Response restore(
            @PathParam("i") @Parameter(description = ApiTexts.ITEM) String i,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return changeStatus(i, Right.DROP_ITEM, ifMatch, BacklogItem::restore);
    }

    private Response changeStatus(
            String i,
            Right right,
            @Nullable IfMatch ifMatch,
            Function<BacklogItem, BacklogItemEvent> step) {
        var item = items.find(i);
        item.grant().require(right);
        return once(
                item,
                ifMatch,
                (grant, id, condition) -> changes.changeStatus(grant, id, condition, step));
    }

    private interface StatusChange {
        void apply(Grant grant, UUID id, IfMatch condition);
    }

    private Response once(
            VisibleItems.VisibleItem item, @Nullable IfMatch ifMatch, StatusChange change) {
        var grant = item.grant();
        return idempotent.once(() ->
                Representation.changed(
                        IfMatch.optional(ifMatch),
                        condition -> {
                            change.apply(grant, item.id(), condition);
                            return views.view(item.id(), grant);
                        },
                        () -> views.view(item.id(), grant)));
    }
}

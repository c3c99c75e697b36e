package dev.steward.backlog.item;

import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.Representation;
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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/items/{i}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Items", description = "What there is to do.")
@SecurityRequirement(name = "oidc")
public class ItemStateResource {

    private final VisibleItems items;
    private final ItemViewQuery reading;
    private final ItemChanges changes;
    private final Idempotent idempotent;

    ItemStateResource(
            VisibleItems items, ItemViewQuery reading, ItemChanges changes, Idempotent idempotent) {
        this.items = items;
        this.reading = reading;
        this.changes = changes;
        this.idempotent = idempotent;
    }

    @Schema(name = "DropReason")
    record DropReason(@Nullable @Size(max = 1_000) String reason) {}

    @POST
    @Path("refine")
    @Operation(
            operationId = "refineItem",
            summary = "Take an item into refinement, a ready one back into it")
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "200",
            responseDescription = "It is REFINING.")
    public Response refine(
            @PathParam("i") String i, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return take(i, Right.REFINE, ifMatch, BacklogItem::refine);
    }

    @POST
    @Path("ready")
    @Operation(
            operationId = "readyItem",
            summary = "Call an item ready for a sprint",
            description =
                    "The readiness policy advises: `readiness.failing` names the rules that are not met.")
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "200",
            responseDescription = "It is READY.")
    public Response ready(
            @PathParam("i") String i, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return take(i, Right.REFINE, ifMatch, BacklogItem::ready);
    }

    @POST
    @Path("drop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "dropItem",
            summary = "Decide against an item, for now",
            description = "Not while it is known to be in a sprint, nor once it is RELEASED.")
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "200",
            responseDescription = "It is DROPPED.")
    public Response drop(
            @PathParam("i") String i,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @RequestBody(required = false) Body<DropReason> body) {
        var item = items.find(i);
        item.grant().toDo(Right.DROP_ITEM);
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
            summary = "Bring a dropped item back, into the state that it had")
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "200",
            responseDescription = "It is back.")
    public Response restore(
            @PathParam("i") String i, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return take(i, Right.DROP_ITEM, ifMatch, BacklogItem::restore);
    }

    /// The condition is optional: the item's state already guards a step.
    private Response take(
            String i,
            Right right,
            @Nullable IfMatch ifMatch,
            Function<BacklogItem, BacklogItemEvent> step) {
        var item = items.find(i);
        item.grant().toDo(right);
        return once(
                item,
                ifMatch,
                (grant, id, condition) -> changes.take(grant, id, condition, step));
    }

    private interface Taking {
        void take(Grant grant, UUID id, IfMatch condition);
    }

    private Response once(VisibleItems.VisibleItem item, @Nullable IfMatch ifMatch, Taking taking) {
        var grant = item.grant();
        var condition = Objects.requireNonNullElse(ifMatch, IfMatch.ANYTHING);
        return idempotent.once(() -> {
            taking.take(grant, item.id(), condition);
            var view = reading.view(item.id(), grant);
            return Representation.ok(view.etag(), view);
        });
    }
}

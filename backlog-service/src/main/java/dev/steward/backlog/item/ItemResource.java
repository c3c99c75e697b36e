package dev.steward.backlog.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.MergePatch;
import dev.steward.platform.web.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
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
public class ItemResource {

    private final VisibleItems items;
    private final ItemViewQuery reading;
    private final ItemChanges changes;
    private final MergePatch mergePatch;

    ItemResource(
            VisibleItems items, ItemViewQuery reading, ItemChanges changes, MergePatch mergePatch) {
        this.items = items;
        this.reading = reading;
        this.changes = changes;
        this.mergePatch = mergePatch;
    }

    @GET
    @Operation(operationId = "getItem", summary = "An item, by its id or key")
    @APIResponseSchema(value = ItemView.class, responseDescription = "The item.")
    public Response get(
            @PathParam("i") String i, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var view = reading.named(i);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "patchItem",
            summary = "Change fields of an item",
            description =
                    "Text, criteria, labels and goal need EDIT_ITEM, ticking a criterion (`met`) WORK too, the"
                            + " estimate ESTIMATE, the value inputs"
                            + " PRIORITISE. Whether a criterion is met is not set here.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ItemFields.class)))
    @APIResponseSchema(value = ItemView.class, responseDescription = "The item as it is now.")
    public Response patch(
            @PathParam("i") String i,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var item = items.find(i);
        var patch = body.read();
        var grant = FieldGroup.allow(item.grant(), MergePatch.fields(patch));
        var condition = IfMatch.required(ifMatch);
        var view =
                condition.guarding(
                        () -> {
                            changes.update(
                                    grant,
                                    item.id(),
                                    condition,
                                    now -> mergePatch.apply(patch, now));
                            return reading.view(item.id(), grant);
                        },
                        () -> reading.view(item.id(), grant));
        return Representation.ok(view.etag(), view);
    }
}

package dev.steward.backlog.item.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.item.FieldGroup;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.details.ItemView;
import dev.steward.backlog.item.details.ItemViewQuery;
import dev.steward.backlog.item.details.VisibleItems;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
class ItemUpdateResource {

    private final VisibleItems items;
    private final ItemViewQuery views;
    private final ItemChanges changes;
    private final MergePatch mergePatch;

    ItemUpdateResource(
            VisibleItems items, ItemViewQuery views, ItemChanges changes, MergePatch mergePatch) {
        this.items = items;
        this.views = views;
        this.changes = changes;
        this.mergePatch = mergePatch;
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateItem",
            summary = "Update an item",
            description =
                    "Changes the fields that the body names (JSON merge patch); null deletes a"
                            + " value. Each field needs its right: type, title, description, acceptance"
                            + " criteria, labels and goal EDIT_ITEM; ticking a criterion (`met`) also"
                            + " WORK; the estimate ESTIMATE; value, time criticality, risk reduction,"
                            + " reach, impact and confidence PRIORITISE. The score follows at once. A"
                            + " dropped item answers 409. Send the `ETag` that you have seen as"
                            + " `If-Match` (428 without it, 412 when somebody changed it meanwhile).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ItemFields.class)))
    @APIResponseSchema(value = ItemView.class, responseDescription = "The item as it is now.")
    public Response patch(
            @PathParam("i") @Parameter(description = ApiTexts.ITEM) String i,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var item = items.find(i);
        var patch = body.read();
        var grant = FieldGroup.allow(item.grant(), MergePatch.fields(patch));
        return Representation.changed(
                IfMatch.required(ifMatch),
                condition -> {
                    changes.update(
                            grant, item.id(), condition, now -> mergePatch.apply(patch, now));
                    return views.view(item.id(), grant);
                },
                () -> views.view(item.id(), grant));
    }
}

package dev.steward.backlog.order.pin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// One pin.
@Path("/api/v1/products/{p}/pins/{pin}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order", description = "The order of the backlog, pins and proposals.")
@SecurityRequirement(name = "oidc")
class PinResource {

    private final Access access;
    private final MergePatch mergePatch;
    private final PinChanges changes;
    private final PinQuery pins;

    PinResource(Access access, MergePatch mergePatch, PinChanges changes, PinQuery pins) {
        this.access = access;
        this.mergePatch = mergePatch;
        this.changes = changes;
        this.pins = pins;
    }

    @GET
    @Operation(
            operationId = "getPin",
            summary = "Get a pin",
            description = "A pin with all its fields. Needs the right READ_BACKLOG.")
    @APIResponseSchema(value = PinView.class, responseDescription = "The pin.")
    public Response get(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @PathParam("pin") @Parameter(description = ApiTexts.PIN) UUID pin,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).requireRead(Right.READ_BACKLOG);
        var view = pins.one(grant.productId(), pin);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updatePin",
            summary = "Update a pin",
            description =
                    "Changes the fields that the body names (JSON merge patch). A new `place` needs"
                            + " its own `position` or `otherItemId`; those of the old place are"
                            + " dropped. Send the `ETag` that you have seen as `If-Match` (428 without"
                            + " it, 412 when somebody changed it meanwhile). Needs the right"
                            + " PRIORITISE.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PinFields.class)))
    @APIResponseSchema(value = PinView.class, responseDescription = "The pin as it is now.")
    public Response patch(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @PathParam("pin") @Parameter(description = ApiTexts.PIN) UUID pin,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var grant = access.to(product).require(Right.PRIORITISE);
        var patch = body.read();
        var condition = IfMatch.required(ifMatch);
        pins.one(grant.productId(), pin);
        return Representation.changed(
                condition,
                _ -> {
                    changes.update(
                            grant, pin, condition, now -> mergePatch.apply(complete(patch), now));
                    return pins.one(grant.productId(), pin);
                },
                () -> pins.one(grant.productId(), pin));
    }

    @DELETE
    @Operation(
            operationId = "deletePin",
            summary = "Delete a pin",
            description =
                    "Scores decide about the item's proposed place again. Send the `ETag` that you"
                            + " have seen as `If-Match` (428 without it, 412 when somebody changed it"
                            + " meanwhile). Needs the right PRIORITISE.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public Response remove(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @PathParam("pin") @Parameter(description = ApiTexts.PIN) UUID pin,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = access.to(product).require(Right.PRIORITISE);
        var condition = IfMatch.required(ifMatch);
        pins.one(grant.productId(), pin);
        condition.guarding(
                () -> {
                    changes.remove(grant, pin, condition);
                    return pin;
                },
                () -> pins.one(grant.productId(), pin));
        return Response.noContent().build();
    }

    /// A new place removes the fields that only the old place needed.
    private static ObjectNode complete(ObjectNode patch) {
        if (patch.has("place")) {
            for (var field : List.of("position", "otherItemId")) {
                if (!patch.has(field)) {
                    patch.putNull(field);
                }
            }
        }
        return patch;
    }
}

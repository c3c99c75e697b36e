package dev.steward.feedback.notification.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.feedback.notification.Deliveries;
import dev.steward.feedback.notification.Delivery;
import dev.steward.feedback.notification.DeliveryNotFound;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of a message.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Closing the loop")
@SecurityRequirement(name = "oidc")
class DeliveryResource {

    /// What can be updated of a message.
    @Schema(name = "DeliveryPatch")
    record DeliveryPatch(
            @Schema(
                            description =
                                    "Plain text of the message; null restores the default text. Can be changed only while the message is HELD.",
                            examples = "Dear Ada, tags can be blocked now.")
                    @Nullable
                    @Size(min = 1, max = 5_000)
                    String text) {}

    private final Access access;
    private final Deliveries deliveries;
    private final NotificationViews views;
    private final HeldDeliveries heldDeliveries;
    private final MergePatch mergePatch;

    DeliveryResource(
            Access access,
            Deliveries deliveries,
            NotificationViews views,
            HeldDeliveries heldDeliveries,
            MergePatch mergePatch) {
        this.access = access;
        this.deliveries = deliveries;
        this.views = views;
        this.heldDeliveries = heldDeliveries;
        this.mergePatch = mergePatch;
    }

    @GET
    @Path("/deliveries/{d}")
    @Operation(
            operationId = "getDelivery",
            summary = "Get a message to a person",
            description =
                    "A message that tells one person about a release, with its text and how far sending it "
                            + "is. Needs the right LOOP, at least to read.")
    @APIResponse(
            responseCode = "200",
            description = "The message.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response get(
            @Parameter(description = "Id of the message.") @PathParam("d") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = grantTo(known(id)).requireRead(Right.LOOP);
        var view = view(id, grant);
        return Representation.read(ifNoneMatch, etag(view), view);
    }

    @PATCH
    @Path("/deliveries/{d}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateDelivery",
            summary = "Update the text of a held message",
            description =
                    "Only while the message is HELD, in a product whose loop mode is MANUAL. `text` null "
                            + "restores the default text. Needs the right LOOP.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DeliveryPatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "The message.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response update(
            @Parameter(description = "Id of the message.") @PathParam("d") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var delivery = known(id);
        var grant = grantTo(delivery).require(Right.LOOP);
        var patch = body.read();
        var match = IfMatch.required(ifMatch);
        var update = mergePatch.apply(patch, new DeliveryPatch(delivery.text()));
        match.guarding(
                () -> {
                    heldDeliveries.updateText(grant, id, update.text(), match);
                    return id;
                },
                () -> view(id, grant));
        var view = view(id, grant);
        return Representation.ok(etag(view), view);
    }

    private Delivery known(UUID id) {
        return deliveries.findByIdOptional(id).orElseThrow(DeliveryNotFound::new);
    }

    private Grant grantTo(Delivery delivery) {
        return access.to(delivery.productId(), DeliveryNotFound::new);
    }

    private DeliveryView view(UUID id, Grant grant) {
        return views.find(id).orElseThrow(DeliveryNotFound::new).shownTo(grant);
    }

    private static String etag(DeliveryView view) {
        return Representation.etag(view.version(), view);
    }
}

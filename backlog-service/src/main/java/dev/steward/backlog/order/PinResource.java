package dev.steward.backlog.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.MergePatch;
import dev.steward.platform.web.Page;
import dev.steward.platform.web.PageQuery;
import dev.steward.platform.web.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Manual exceptions from the order by score.
@Path("/api/v1/products/{p}/pins")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order")
@SecurityRequirement(name = "oidc")
class PinResource {

    private final Access access;
    private final Idempotent idempotent;
    private final MergePatch mergePatch;
    private final PinChanges changes;
    private final PinQuery pins;

    PinResource(
            Access access,
            Idempotent idempotent,
            MergePatch mergePatch,
            PinChanges changes,
            PinQuery pins) {
        this.access = access;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
        this.changes = changes;
        this.pins = pins;
    }

    /// @param itemId id or key
    @Schema(name = "NewPin")
    record NewPin(
            @NotBlank @Size(max = 64) String itemId,
            @NotNull PinPlace place,
            @Nullable @Min(1) @Max(1_000_000) Integer position,
            @Nullable @Size(max = 64) String otherItemId,
            @NotBlank @Size(max = OrderRequest.MAX_REASON_LENGTH) String reason,
            @Nullable LocalDate until) {}

    @Schema(name = "PinPage")
    record PinPage(List<PinView> items, Page.Place page) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "pinItem",
            summary = "Make an exception from the order by score",
            description =
                    """
                    Holds an item at the TOP (as POSITION 1), at a POSITION, or ABOVE or BELOW another item, whatever the
                    scores say, and says why. A pin moves nothing by itself: proposals of an order keep it. An item has one
                    pin (409 `item-is-pinned`), a product at most 500. Needs the right PRIORITISE.
                    """)
    @APIResponseSchema(
            value = PinView.class,
            responseCode = "201",
            responseDescription = "The pin.")
    public Response pin(@PathParam("p") String product, @NotNull Body<NewPin> body) {
        var grant = access.to(product).toDo(Right.PRIORITISE);
        var wanted = body.read();
        return idempotent.once(() -> {
            var id = changes.set(grant, wanted.itemId(), fields(wanted));
            var view = pins.one(grant.productId(), id);
            var uri = UriBuilder.fromPath("/api/v1/products/{p}/pins/{pin}").build(product, id);
            return Representation.created(uri, view.etag(), view);
        });
    }

    @GET
    @Operation(operationId = "listPins", summary = "The exceptions from the order by score")
    @APIResponseSchema(
            value = PinPage.class,
            responseDescription = "A page of them, the oldest first.")
    public Response list(
            @PathParam("p") String product,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).toRead(Right.READ_BACKLOG);
        var query = "pins of " + grant.productId();
        return new LongRows<PinView>(
                        (behind, most) -> pins.page(grant.productId(), id(query, behind), most),
                        PinView::bytes,
                        last -> Cursor.encode(query, List.of(last.id().toString())))
                .page(page)
                .response(uri);
    }

    private static @Nullable UUID id(String query, @Nullable String behind) {
        var keys = Cursor.decode(query, behind, 1);
        return keys == null ? null : Cursor.key(keys.getFirst(), UUID::fromString);
    }

    @GET
    @Path("{pin}")
    @Operation(operationId = "getPin", summary = "An exception from the order by score")
    @APIResponseSchema(value = PinView.class, responseDescription = "The pin.")
    public Response get(
            @PathParam("p") String product,
            @PathParam("pin") UUID pin,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).toRead(Right.READ_BACKLOG);
        var view = pins.one(grant.productId(), pin);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PATCH
    @Path("{pin}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "patchPin",
            summary = "Change where a pin holds its item, why or how long",
            description = "Needs the right PRIORITISE.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PinFields.class)))
    @APIResponseSchema(value = PinView.class, responseDescription = "The pin as it is now.")
    public Response patch(
            @PathParam("p") String product,
            @PathParam("pin") UUID pin,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var grant = access.to(product).toDo(Right.PRIORITISE);
        var patch = body.read();
        var condition = IfMatch.required(ifMatch);
        pins.one(grant.productId(), pin);
        var view =
                condition.guarding(
                        () -> {
                            changes.update(
                                    grant,
                                    pin,
                                    condition,
                                    now -> mergePatch.apply(complete(patch), now));
                            return pins.one(grant.productId(), pin);
                        },
                        () -> pins.one(grant.productId(), pin));
        return Representation.ok(view.etag(), view);
    }

    @DELETE
    @Path("{pin}")
    @Operation(
            operationId = "removePin",
            summary = "End an exception: scores decide about the item again",
            description = "Needs the right PRIORITISE.")
    @APIResponse(responseCode = "204", description = "No pin any more.")
    public Response remove(
            @PathParam("p") String product,
            @PathParam("pin") UUID pin,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = access.to(product).toDo(Right.PRIORITISE);
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

    private static PinFields fields(NewPin body) {
        return new PinFields(
                body.place(), body.position(), body.otherItemId(), body.reason(), body.until());
    }

    /// Another place comes with what it needs: what the one before needed goes.
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

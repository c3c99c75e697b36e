package dev.steward.backlog.order.pin;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.order.Reorder;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
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
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The pins of a product.
@Path("/api/v1/products/{p}/pins")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order", description = "The order of the backlog, pins and proposals.")
@SecurityRequirement(name = "oidc")
class PinListResource {

    private final Access access;
    private final Idempotent idempotent;
    private final PinChanges changes;
    private final PinQuery pins;

    PinListResource(Access access, Idempotent idempotent, PinChanges changes, PinQuery pins) {
        this.access = access;
        this.idempotent = idempotent;
        this.changes = changes;
        this.pins = pins;
    }

    @Schema(name = "NewPin")
    record NewPin(
            @Schema(description = "Id or key of the item to pin. An item has at most one pin.")
                    @NotBlank
                    @Size(max = 64)
                    String itemId,
            @Schema(description = PinFields.PLACE) @NotNull PinPlace place,
            @Schema(description = PinFields.POSITION) @Nullable @Min(1) @Max(1_000_000)
                    Integer position,
            @Schema(description = PinFields.OTHER) @Nullable @Size(max = 64) String otherItemId,
            @Schema(description = "Why the item is pinned, at most 1,000 characters.")
                    @NotBlank
                    @Size(max = Reorder.MAX_REASON_LENGTH)
                    String reason,
            @Schema(description = PinFields.EXPIRES) @Nullable LocalDate until) {

        PinFields fields() {
            return new PinFields(place, position, otherItemId, reason, until);
        }
    }

    @Schema(name = "PinPage")
    record PinPage(
            @Schema(description = "The pins of this page, oldest first.") List<PinView> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createPin",
            summary = "Pin an item",
            description =
                    "Keeps an item at the TOP, at a POSITION, or ABOVE or BELOW another item,"
                            + " whatever the scores say. A pin moves nothing by itself: the proposed"
                            + " order keeps it. An item has at most one pin (409 `item-is-pinned`), a"
                            + " product at most 500 (409 `too-many-pins`). Needs the right PRIORITISE.")
    @APIResponseSchema(
            value = PinView.class,
            responseCode = "201",
            responseDescription = "The pin.")
    public Response pin(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @NotNull Body<NewPin> body) {
        var grant = access.to(product).require(Right.PRIORITISE);
        var newPin = body.read();
        return idempotent.once(() -> {
            var id = changes.create(grant, newPin.itemId(), newPin.fields());
            var view = pins.one(grant.productId(), id);
            var uri = UriBuilder.fromPath("/api/v1/products/{p}/pins/{pin}").build(product, id);
            return Representation.created(uri, view.etag(), view);
        });
    }

    @GET
    @Operation(
            operationId = "listPins",
            summary = "List pins",
            description =
                    "The pins of the product, oldest first, as pages; also those that no longer"
                            + " count (`active` false). Needs the right READ_BACKLOG.")
    @APIResponseSchema(value = PinPage.class, responseDescription = "A page of pins, oldest first.")
    public Response list(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.READ_BACKLOG);
        var query = "pins of " + grant.productId();
        return new SizeLimitedPage<PinView>(
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
}

package dev.steward.backlog.order.history;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.order.ItemIdOrNumber;
import dev.steward.backlog.order.OrderableItems;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The history of the order.
@Path("/api/v1/products/{p}/order/history")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order", description = "The order of the backlog, pins and proposals.")
@SecurityRequirement(name = "oidc")
class OrderHistoryResource {

    private final Access access;
    private final OrderHistoryQuery history;
    private final OrderableItems items;

    OrderHistoryResource(Access access, OrderHistoryQuery history, OrderableItems items) {
        this.access = access;
        this.history = history;
        this.items = items;
    }

    @Schema(name = "OrderHistoryPage")
    record OrderHistoryPage(
            @Schema(description = "The changes of this page, newest first.")
                    List<OrderHistoryEntry> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @GET
    @Operation(
            operationId = "listOrderHistory",
            summary = "List the history of the order",
            description =
                    "All changes of the order, newest first, as pages: who moved what, when and"
                            + " why. Needs the right READ_BACKLOG.")
    @APIResponseSchema(value = OrderHistoryPage.class, responseDescription = "A page of changes.")
    public Response list(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @QueryParam("item")
                    @Size(max = 64)
                    @Parameter(description = "Only changes that moved this item: its id or key.")
                    @Nullable String item,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.READ_BACKLOG);
        var itemId = item == null ? null : find(grant, item);
        var query = "order history of " + grant.productId() + itemId;
        return new SizeLimitedPage<OrderHistoryQuery.Entry>(
                        (behind, most) ->
                                history.page(
                                        grant.productId(), itemId, version(query, behind), most),
                        entry -> entry.reorder().bytes(),
                        last -> Cursor.encode(query, List.of(String.valueOf(last.version()))))
                .page(page)
                .map(OrderHistoryQuery.Entry::reorder)
                .response(uri);
    }

    private static long version(String query, @Nullable String behind) {
        var keys = Cursor.decode(query, behind, 1);
        return keys == null ? Long.MAX_VALUE : Cursor.key(keys.getFirst(), Long::parseLong);
    }

    private UUID find(Grant grant, String name) {
        return ItemIdOrNumber.of(name, grant.productKey()).stream()
                .flatMap(known -> items.named(grant.productId(), List.of(known)).stream())
                .map(OrderableItems.OrderableItem::id)
                .findFirst()
                .orElseThrow(() ->
                        new Invalid(
                                FieldError.parameter(
                                        "item",
                                        "unknown-item",
                                        "This product has no item " + name + ".")));
    }
}

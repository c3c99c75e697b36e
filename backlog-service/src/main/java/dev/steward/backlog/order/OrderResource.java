package dev.steward.backlog.order;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.order.ItemMoving.MoveCommand;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.request.EnumParameter;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The order of a product's backlog.
@Path("/api/v1/products/{p}/order")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order", description = "The order of the backlog, pins and proposals.")
@SecurityRequirement(name = "oidc")
class OrderResource {

    static final String INCLUDE =
            "`position`: the position of each item. Slower the further down the items are.";

    private final Access access;
    private final Idempotent idempotent;
    private final ItemMoving moving;
    private final ProductOrders orders;
    private final RankedItemQuery items;

    OrderResource(
            Access access,
            Idempotent idempotent,
            ItemMoving moving,
            ProductOrders orders,
            RankedItemQuery items) {
        this.access = access;
        this.idempotent = idempotent;
        this.moving = moving;
        this.orders = orders;
        this.items = items;
    }

    @Schema(name = "OrderPage")
    record OrderPage(
            @Schema(
                            description =
                                    "Version of the order: 0 until the first move, then higher with"
                                            + " each change. Send it with the next move.")
                    long orderVersion,
            @Schema(description = "The open items of this page, from the top.")
                    List<RankedItemQuery.Row> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    /// Whether the answer has positions, which are counted only on request.
    static boolean includesPosition(@Nullable String include) {
        return EnumParameter.of("include", Set.of("position"), include).contains("position");
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
            content = @Content(schema = @Schema(implementation = ItemMoving.Outcome.class)))
    public Response move(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @QueryParam("include") @Parameter(description = INCLUDE) @Nullable String include,
            @NotNull Body<OrderRequest> body) {
        var grant = access.to(product).toDo(Right.PRIORITISE);
        var request = body.read();
        var withPositions = includesPosition(include);
        return idempotent.once(() -> {
            var command =
                    new MoveCommand(request.byPointer(), request.orderVersion(), withPositions);
            var outcome = moving.move(grant, command);
            return Representation.ok(Representation.etag(outcome.orderVersion()), outcome);
        });
    }

    /// The version is read first, so a page is at least as new as the version it names.
    @GET
    @Operation(
            operationId = "getOrder",
            summary = "Get the order of the backlog",
            description =
                    "The open items from the top, as pages. `orderVersion` is 0 until the first"
                            + " move and rises with each change of the order; the `ETag` carries it."
                            + " Needs the right READ_BACKLOG.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the order, from the top.",
            headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
            content = @Content(schema = @Schema(implementation = OrderPage.class)))
    public Response read(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @QueryParam("include") @Parameter(description = INCLUDE) @Nullable String include,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).toRead(Right.READ_BACKLOG);
        var version = orders.versionOf(grant.productId());
        var query = "order of " + grant.productId();
        var keys = Cursor.decode(query, page.cursor, 1);
        var behind = keys == null ? "" : keys.getFirst();
        var rows = items.page(grant.productId(), behind, page.limit + 1);
        var found = Page.of(rows, page.limit, last -> Cursor.encode(query, List.of(last.rank())));
        var shown =
                includesPosition(include)
                        ? items.counted(grant.productId(), found.items())
                        : found.items();
        var view = new OrderPage(version, shown, found.page());
        var answer = Representation.read(ifNoneMatch, Representation.etag(version, view), view);
        var link = found.response(uri).getHeaderString("Link");
        return link == null ? answer : Response.fromResponse(answer).header("Link", link).build();
    }
}

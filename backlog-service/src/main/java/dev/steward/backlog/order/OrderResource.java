package dev.steward.backlog.order;

import dev.steward.backlog.order.ItemMoving.MoveCommand;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Choices;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.Page;
import dev.steward.platform.web.PageQuery;
import dev.steward.platform.web.Representation;
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
@Tag(name = "Order")
@SecurityRequirement(name = "oidc")
class OrderResource {

    static final String INCLUDE =
            "`position`: among the open items, from 1. Costs what stands above.";

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
    record OrderPage(long orderVersion, List<RankedItemQuery.Row> items, Page.Place page) {}

    /// What an answer counts only where asked to.
    static boolean includesPosition(@Nullable String include) {
        return Choices.of("include", Set.of("position"), include).contains("position");
    }

    @POST
    @Operation(
            operationId = "moveItems",
            summary = "Put items where they belong in the order",
            description =
                    """
                    Names neighbours, never ranks: `after`, `before`, both (between the two), or `to`
                    TOP or BOTTOM; one move, or several as `moves`. Applied in sequence, all or
                    nothing, at most 10,000 ids. Answers 409 `order-moved` when the order has changed
                    since the `orderVersion` given, 409 `neighbours-moved` with the current neighbours
                    when `after` no longer stands above `before`, and 422 for items that are unknown,
                    of another product, named twice, or dropped. Moves to where the items stand change nothing:
                    neither the version nor the log. Needs the right PRIORITISE.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The order's version now, and what stands elsewhere, by rank.",
            content = @Content(schema = @Schema(implementation = ItemMoving.Outcome.class)))
    public Response move(
            @PathParam("p") String product,
            @QueryParam("include") @Parameter(description = INCLUDE) @Nullable String include,
            @NotNull Body<OrderRequest> body) {
        var grant = access.to(product).toDo(Right.PRIORITISE);
        var request = body.read();
        var withPositions = includesPosition(include);
        return idempotent.once(() -> {
            var wanted = new MoveCommand(request.byPointer(), request.orderVersion(), withPositions);
            var outcome = moving.move(grant, wanted);
            return Representation.ok(Representation.etag(outcome.orderVersion()), outcome);
        });
    }

    /// The version is read first: what a page shows is at least as new.
    @GET
    @Operation(
            operationId = "getOrder",
            summary = "The order of the open items, from the top, and its version",
            description =
                    "`orderVersion` is 0 until somebody moves something, and rises with every move; the"
                            + " ETag carries it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the order, from the top.",
            headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
            content = @Content(schema = @Schema(implementation = OrderPage.class)))
    public Response read(
            @PathParam("p") String product,
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

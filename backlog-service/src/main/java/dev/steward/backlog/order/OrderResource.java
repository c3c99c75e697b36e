package dev.steward.backlog.order;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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

    private final Access access;
    private final ProductOrders orders;
    private final RankedItemQuery items;

    OrderResource(Access access, ProductOrders orders, RankedItemQuery items) {
        this.access = access;
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
            @QueryParam("include") @Parameter(description = PositionParameter.TEXT)
                    @Nullable String include,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.READ_BACKLOG);
        var version = orders.versionOf(grant.productId());
        var query = "order of " + grant.productId();
        var keys = Cursor.decode(query, page.cursor, 1);
        var behind = keys == null ? "" : keys.getFirst();
        var rows = items.page(grant.productId(), behind, page.limit + 1);
        var found = Page.of(rows, page.limit, last -> Cursor.encode(query, List.of(last.rank())));
        var shown =
                PositionParameter.isIn(include)
                        ? items.counted(grant.productId(), found.items())
                        : found.items();
        var view = new OrderPage(version, shown, found.page());
        var answer = Representation.read(ifNoneMatch, Representation.etag(version, view), view);
        var link = found.response(uri).getHeaderString("Link");
        return link == null ? answer : Response.fromResponse(answer).header("Link", link).build();
    }
}

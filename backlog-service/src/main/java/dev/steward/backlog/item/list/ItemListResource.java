package dev.steward.backlog.item.list;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/products/{p}/items")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Items", description = "The items of the product backlog.")
@SecurityRequirement(name = "oidc")
class ItemListResource {

    private final Access access;
    private final ItemListQuery listQuery;
    private final ItemSearch search;
    private final ItemCursors cursors;

    ItemListResource(
            Access access, ItemListQuery listQuery, ItemSearch search, ItemCursors cursors) {
        this.access = access;
        this.listQuery = listQuery;
        this.search = search;
        this.cursors = cursors;
    }

    /// Query parameters of an item list.
    public static class ItemListParameters {

        @QueryParam("sort")
        @DefaultValue("rank")
        @Parameter(
                description =
                        "Order of the list: `rank` (the order of the backlog), `-score` (highest"
                                + " first), `createdAt`, `-createdAt`, `number` or `-number`; `-` means"
                                + " descending.")
        public String sort = "rank";

        @QueryParam("status")
        @Parameter(
                description =
                        "Only items with one of these statuses, comma separated. Without it, all"
                                + " but DROPPED.",
                example = "READY,REFINING")
        public @Nullable String status;

        @QueryParam("type")
        @Parameter(
                description = "Only items of one of these types, comma separated.",
                example = "STORY,BUG")
        public @Nullable String type;

        @QueryParam("label")
        @Size(max = 1_000)
        @Pattern(regexp = "[^\\x00]*")
        @Parameter(
                description = "Only items with at least one of these labels, comma separated.",
                example = "checkout")
        public @Nullable String label;

        @QueryParam("goal")
        @Size(max = 1_000)
        @Parameter(description = "Only items that serve one of these goals: ids, comma separated.")
        public @Nullable String goal;

        @QueryParam("include")
        @Parameter(
                description =
                        "Optional parts of the answer, comma separated: `description` (the"
                                + " description of each item) and `total` (the number of items of all"
                                + " pages, in `page.total`).")
        public @Nullable String include;
    }

    record ItemPage(
            @Schema(description = "The items of this page.") List<ItemSummary> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @GET
    @Operation(
            operationId = "listItems",
            summary = "List backlog items",
            description =
                    "The items of a product, sorted by rank or as `sort` says, filtered by status,"
                            + " type, label and goal, as pages. Without `status`, dropped items are"
                            + " left out. Needs the right READ_BACKLOG.")
    @APIResponseSchema(
            value = ItemPage.class,
            responseDescription =
                    "A page of items. It can be shorter than `limit`, or empty, although there are"
                            + " more: when its descriptions would exceed 1 MiB, and when few of the"
                            + " items looked at match the filters. Continue with `next` until it is"
                            + " null.")
    public Response list(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @Valid @BeanParam ItemListParameters parameters,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(p).requireRead(Right.READ_BACKLOG);
        var options = ItemListOptions.of(parameters);
        var query = "items of " + grant.productId() + options;
        var listing = listing(grant.productId(), options, query, page.cursor);
        var answer =
                rows(grant.productId(), options, query, page)
                        .map(row -> ItemSummary.of(row, grant));
        return (options.includes().contains("total")
                        ? answer.withTotal(listQuery.count(listing))
                        : answer)
                .response(uri);
    }

    /// A page with descriptions ends early when it becomes large.
    private Page<ItemRow> rows(
            UUID productId, ItemListOptions options, String query, PageQuery page) {
        Function<ItemRow, String> cursor = last -> cursors.behind(last, options.sort(), query);
        if (options.filter().isSelective()) {
            var found =
                    search.find(listing(productId, options, query, page.cursor), page.limit + 1)
                            .page(page.limit, cursor);
            return options.includes().contains("description")
                    ? search.withDescriptions(found, cursor)
                    : found;
        }
        SizeLimitedPage.Reading<ItemRow> read =
                (behind, most) -> listQuery.page(listing(productId, options, query, behind), most);
        return options.includes().contains("description")
                ? new SizeLimitedPage<>(read, ItemRow::bytes, cursor).page(page)
                : Page.of(read.rows(page.cursor, page.limit + 1), page.limit, cursor);
    }

    private ItemListing listing(
            UUID productId, ItemListOptions options, String query, @Nullable String cursor) {
        return new ItemListing(
                productId,
                options.filter(),
                options.sort(),
                cursors.read(cursor, options.sort(), query),
                options.includes().contains("description"));
    }
}

package dev.steward.backlog.item;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Page;
import dev.steward.platform.web.PageQuery;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/products/{p}/items")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Items", description = "What there is to do.")
@SecurityRequirement(name = "oidc")
public class ItemListResource {

    private final Access access;
    private final ItemListQuery listQuery;
    private final ItemSearch search;
    private final ItemCursors cursors;

    ItemListResource(Access access, ItemListQuery listQuery, ItemSearch search, ItemCursors cursors) {
        this.access = access;
        this.listQuery = listQuery;
        this.search = search;
        this.cursors = cursors;
    }

    /// What a list of items may be asked for.
    public static class ItemListParameters {

        @QueryParam("sort")
        @DefaultValue("rank")
        @Parameter(
                description = "`rank`, `-score`, `createdAt`, `-createdAt`, `number`, `-number`.")
        public String sort = "rank";

        @QueryParam("status")
        @Parameter(
                description = "Any of these, comma separated; without it, all but DROPPED.",
                example = "READY,REFINING")
        public @Nullable String status;

        @QueryParam("type")
        @Parameter(description = "Any of these, comma separated.", example = "STORY,BUG")
        public @Nullable String type;

        @QueryParam("label")
        @Size(max = 1_000)
        @Pattern(regexp = "[^\\x00]*")
        @Parameter(description = "Any of these, comma separated.", example = "checkout")
        public @Nullable String label;

        @QueryParam("goal")
        @Size(max = 1_000)
        @Parameter(description = "Ids of goals: items that serve one of these, comma separated.")
        public @Nullable String goal;

        @QueryParam("include")
        @Parameter(
                description = "`description` in each row, `total` of all pages; comma separated.")
        public @Nullable String include;
    }

    record ItemPage(List<ItemSummary> items, Page.Place page) {}

    @GET
    @Operation(
            operationId = "listItems",
            summary = "The items of a product, as ordered or otherwise sorted")
    @APIResponseSchema(
            value = ItemPage.class,
            responseDescription =
                    "A page of summaries. It ends before its `limit` where its descriptions would pass 1 MiB, and"
                            + " where those that pass the filters are many but stand far apart: `next` goes"
                            + " on, even behind a page without any.")
    public Response list(
            @PathParam("p") String p,
            @Valid @BeanParam ItemListParameters asked,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(p).toRead(Right.READ_BACKLOG);
        var wish = ItemListOptions.of(asked);
        var query = "items of " + grant.productId() + wish;
        var listing = listing(grant.productId(), wish, query, page.cursor);
        var answer =
                rows(grant.productId(), wish, query, page).map(row -> ItemSummary.of(row, grant));
        return (wish.includes().contains("total")
                        ? answer.withTotal(listQuery.count(listing))
                        : answer)
                .response(uri);
    }

    /// Descriptions are long: a page of them ends where it becomes large.
    private Page<ItemRow> rows(UUID productId, ItemListOptions wish, String query, PageQuery page) {
        Function<ItemRow, String> cursor = last -> cursors.behind(last, wish.sort(), query);
        if (wish.filter().isNarrow()) {
            var found =
                    search.find(listing(productId, wish, query, page.cursor), page.limit + 1)
                            .page(page.limit, cursor);
            return wish.includes().contains("description")
                    ? search.described(found, cursor)
                    : found;
        }
        LongRows.Reading<ItemRow> read =
                (behind, most) -> listQuery.page(listing(productId, wish, query, behind), most);
        return wish.includes().contains("description")
                ? new LongRows<>(read, ItemRow::bytes, cursor).page(page)
                : Page.of(read.rows(page.cursor, page.limit + 1), page.limit, cursor);
    }

    private ItemListing listing(
            UUID productId, ItemListOptions wish, String query, @Nullable String cursor) {
        return new ItemListing(
                productId,
                wish.filter(),
                wish.sort(),
                cursors.read(cursor, wish.sort(), query),
                wish.includes().contains("description"));
    }
}

package dev.steward.backlog.item;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.Page;
import dev.steward.platform.web.PageQuery;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    private final Backlog backlog;

    ItemListResource(Access access, Backlog backlog) {
        this.access = access;
        this.backlog = backlog;
    }

    record ItemPage(List<ItemSummary> items, Page.Place page) {}

    @GET
    @Operation(
            operationId = "listItems",
            summary = "The items of a product, as ordered or otherwise sorted")
    @APIResponseSchema(value = ItemPage.class, responseDescription = "A page of summaries.")
    public Response list(
            @PathParam("p") String p,
            @Valid @BeanParam ItemListQuery asked,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(p).toRead(Right.READ_BACKLOG);
        var query = nameOf(grant.productId(), asked);
        var listing = listing(grant.productId(), asked, query, page.cursor);
        var rows = backlog.page(listing, page.limit + 1);
        var answer =
                Page.of(rows, page.limit, last -> Cursor.encode(query, listing.sort().keysOf(last)))
                        .map(row -> ItemSummary.of(row, grant));
        return (asked.includes("total") ? answer.withTotal(backlog.count(listing)) : answer)
                .response(uri);
    }

    /// A cursor belongs to one product, sort and filter.
    private static String nameOf(UUID productId, ItemListQuery asked) {
        return "items of " + productId + asked.sort().parameter() + asked.filter();
    }

    private static ItemListing listing(
            UUID productId, ItemListQuery asked, String query, @Nullable String cursor) {
        var keys = asked.sort().keys();
        var behind = Cursor.decode(query, cursor, keys.size());
        return new ItemListing(
                productId,
                asked.filter(),
                asked.sort(),
                behind == null ? List.of() : read(keys, behind),
                asked.includes("description"));
    }

    private static List<Object> read(List<SortKey> keys, List<String> texts) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i).read(texts.get(i)))
                .toList();
    }
}

package dev.steward.backlog.history;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.item.details.VisibleItems;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/items/{i}/history")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Items", description = "The items of the product backlog.")
@SecurityRequirement(name = "oidc")
public class HistoryResource {

    private final VisibleItems items;
    private final ItemHistoryQuery history;

    HistoryResource(VisibleItems items, ItemHistoryQuery history) {
        this.items = items;
        this.history = history;
    }

    record ItemHistoryPage(
            @Schema(description = "The events of this page, newest first.")
                    List<ItemHistoryEntry> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @GET
    @Operation(
            operationId = "listItemHistory",
            summary = "List the history of an item",
            description =
                    "Everything that happened to the item, newest first, as pages: what changed,"
                            + " who did it and when. Needs the right READ_BACKLOG.")
    @APIResponseSchema(value = ItemHistoryPage.class, responseDescription = "A page of events.")
    public Response history(
            @PathParam("i") @Parameter(description = ApiTexts.ITEM) String i,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var item = items.find(i);
        item.grant().requireRead(Right.READ_BACKLOG);
        var query = "history of " + item.id();
        return new SizeLimitedPage<ItemHistoryEntry>(
                        (behind, most) -> history.page(item.id(), version(query, behind), most),
                        event -> 500 + SizeLimitedPage.bytes(event.reason(), event.change()),
                        last -> Cursor.encode(query, List.of(String.valueOf(last.version()))))
                .page(page)
                .response(uri);
    }

    private static long version(String query, @Nullable String behind) {
        var keys = Cursor.decode(query, behind, 1);
        return keys == null ? Long.MAX_VALUE : Cursor.key(keys.getFirst(), Long::parseLong);
    }
}

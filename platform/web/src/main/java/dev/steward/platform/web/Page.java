package dev.steward.platform.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A keyset page: `{"items":[…],"page":{"limit":50,"next":"…"}}`.
public record Page<T>(List<T> items, Place page) {

    /// @param next the cursor of the next page; absent on the last one
    /// @param total how many there are on all pages; only where asked for
    @Schema(name = "PagePlace")
    public record Place(int limit, @Nullable String next, @Nullable Long total) {}

    /// @param rows up to `limit + 1` rows: the one too many tells that there is a next page
    /// @param cursor the cursor behind a row
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, new Place(limit, null, null));
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, new Place(limit, cursor.apply(items.getLast()), null));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), page);
    }

    public Page<T> withTotal(long total) {
        return new Page<>(items, new Place(page.limit(), page.next(), total));
    }

    /// 200 with `Link: rel="next"` where there is one.
    public Response response(UriInfo uri) {
        var response = Response.ok(this).header("Cache-Control", "private, no-cache");
        if (page.next() != null) {
            var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
            response.header(
                    "Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }
}

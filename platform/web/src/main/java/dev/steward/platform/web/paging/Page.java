package dev.steward.platform.web.paging;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A keyset page: `{"items":[…],"page":{"limit":50,"next":"…"}}`.
public record Page<T>(
        @Schema(description = "The entries of this page, in the order asked for.") List<T> items,
        @Schema(description = "How to get the next page.") Info page) {

    @Schema(name = "PageInfo")
    public record Info(
            @Schema(
                            description =
                                    "The most entries a page may have, as asked for. A page may have fewer, even when there are more: go on until next is null.")
                    int limit,
            @Schema(
                            description =
                                    "Send it as cursor, with the same other parameters, to get the next page. Null on the last page.")
                    @Nullable String next,
            @Schema(
                            description =
                                    "Number of entries on all pages. Null unless asked for with include=total.")
                    @Nullable Long total) {}

    /// @param rows up to `limit + 1` rows: the one too many tells that there is a next page
    /// @param cursor the cursor behind a row
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, new Info(limit, null, null));
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, new Info(limit, cursor.apply(items.getLast()), null));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), page);
    }

    public Page<T> withTotal(long total) {
        return new Page<>(items, new Info(page.limit(), page.next(), total));
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

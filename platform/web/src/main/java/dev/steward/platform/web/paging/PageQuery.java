package dev.steward.platform.web.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// `?limit=` and `?cursor=` of every list.
public class PageQuery {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    @Parameter(
            description =
                    "The most entries on a page, 1 to 500. A page that would become large has fewer: go on until `page.next` is null.")
    public int limit;

    @QueryParam("cursor")
    @Parameter(
            description =
                    "Where to go on: `page.next` of the previous page. Without it the first page is returned.")
    public @Nullable String cursor;
}

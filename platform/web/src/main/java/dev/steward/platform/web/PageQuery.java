package dev.steward.platform.web;

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
                    "Rows per page, 1 to 500. A page may end earlier where it would become large: `page.next` tells.")
    public int limit;

    @QueryParam("cursor")
    @Parameter(description = "Where the previous page ended: its `page.next`.")
    public @Nullable String cursor;
}

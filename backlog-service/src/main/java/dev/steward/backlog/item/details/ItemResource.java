package dev.steward.backlog.item.details;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.web.conditional.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/items/{i}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Items", description = "The items of the product backlog.")
@SecurityRequirement(name = "oidc")
class ItemResource {

    private final ItemViewQuery views;

    ItemResource(ItemViewQuery views) {
        this.views = views;
    }

    @GET
    @Operation(
            operationId = "getItem",
            summary = "Get an item",
            description =
                    "The item with all its fields, its rank, its score and the work on it. Needs"
                            + " the right READ_BACKLOG.")
    @APIResponseSchema(value = ItemView.class, responseDescription = "The item.")
    public Response get(
            @PathParam("i") @Parameter(description = ApiTexts.ITEM) String i,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var view = views.named(i);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }
}

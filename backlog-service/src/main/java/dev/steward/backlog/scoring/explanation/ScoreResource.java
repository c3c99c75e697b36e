package dev.steward.backlog.scoring.explanation;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.item.details.VisibleItems;
import dev.steward.platform.access.Right;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The score of an item.
@Path("/api/v1/items/{i}/score")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scoring", description = "Scores of items and the model behind them.")
@SecurityRequirement(name = "oidc")
class ScoreResource {

    private final VisibleItems items;
    private final ScoreExplanation explanation;

    ScoreResource(VisibleItems items, ScoreExplanation explanation) {
        this.items = items;
        this.explanation = explanation;
    }

    @GET
    @Operation(
            operationId = "getItemScore",
            summary = "Get the score of an item",
            description =
                    "The score and what each factor adds to it, or the reason why there is none."
                            + " When demand of fewer than three companies counts, callers without the"
                            + " right CUSTOMER_VALUE get demand with one significant digit and the"
                            + " score with 2 decimals. Needs the right READ_BACKLOG.")
    @APIResponse(
            responseCode = "200",
            description = "The score of the current UTC day, as lists sort by it.",
            content = @Content(schema = @Schema(implementation = ScoreView.class)))
    public Response read(
            @PathParam("i") @Parameter(description = ApiTexts.ITEM) String name,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var item = items.find(name);
        var view = explanation.explain(item.grant().requireRead(Right.READ_BACKLOG), item.id());
        return Representation.read(
                ifNoneMatch, Representation.etag(view.model().version(), view), view);
    }
}

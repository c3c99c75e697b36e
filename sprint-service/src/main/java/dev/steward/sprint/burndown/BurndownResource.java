package dev.steward.sprint.burndown;

import dev.steward.platform.access.Right;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.sprint.sprint.SprintQuery;
import dev.steward.sprint.sprint.SprintSummary;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The burndown of a sprint over HTTP.
@Path("/api/v1/sprints/{s}/burndown")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "Sprints of a team: planning, scope, closing and figures.")
@SecurityRequirement(name = "oidc")
class BurndownResource {

    private final SprintQuery sprintQuery;
    private final BurndownQuery burndownQuery;

    BurndownResource(SprintQuery sprintQuery, BurndownQuery burndownQuery) {
        this.sprintQuery = sprintQuery;
        this.burndownQuery = burndownQuery;
    }

    @Schema(name = "Burndown")
    record BurndownView(
            @Schema(description = "The sprint that the burndown is of.") SprintSummary sprint,
            @Schema(description = "Points in the sprint when it started.") BigDecimal startValue,
            @Schema(
                            description =
                                    "One entry for each day without gaps, from the first to the last day of the sprint; longer when it started earlier or work went on later.")
                    List<Burndown.Day> days) {}

    @GET
    @Operation(
            operationId = "getSprintBurndown",
            summary = "Get the burndown of a sprint",
            description =
                    "The remaining points of the sprint at the end of each day, computed from its ledger: remaining = remaining of the day before + added - removed + reestimated + reopened - completed. Days begin and end in the time zone of the team; time zone and working days are those at the start of the sprint. The ideal line falls evenly over the working days. A sprint that has not started has no burndown: 409.")
    @APIResponseSchema(value = BurndownView.class, responseDescription = "The burndown.")
    public Response get(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        sprintQuery.grant(id).requireRead(Right.SPRINT);
        var sprint = sprintQuery.summary(id);
        var burndown = burndownQuery.of(sprint);
        var view = new BurndownView(sprint, burndown.startValue(), burndown.days());
        return Representation.read(
                ifNoneMatch, Representation.etag(sprint.version(), view.toString()), view);
    }
}

package dev.steward.sprint.burndown;

import dev.steward.platform.access.Right;
import dev.steward.platform.web.Representation;
import dev.steward.sprint.sprint.SprintFrame;
import dev.steward.sprint.sprint.SprintReading;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Burndowns over HTTP.
@Path("/api/v1/sprints/{s}/burndown")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "What a team does next, and how it went.")
@SecurityRequirement(name = "oidc")
class BurndownResource {

    private final SprintReading sprints;
    private final Burndowns burndowns;

    BurndownResource(SprintReading sprints, Burndowns burndowns) {
        this.sprints = sprints;
        this.burndowns = burndowns;
    }

    @Schema(name = "Burndown")
    record BurndownView(SprintFrame sprint, BigDecimal startValue, List<Burndown.Day> days) {}

    @GET
    @Operation(
            operationId = "getSprintBurndown",
            summary = "What remained of a sprint at the end of each day, in points",
            description =
                    "From the ledger: remaining = the day before + added - removed + reestimated + reopened - completed. Days are the team's, in its time zone, as both were at the start; the ideal falls over its working days.")
    @APIResponseSchema(value = BurndownView.class, responseDescription = "The burndown.")
    public Response get(
            @PathParam("s") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        sprints.grant(id).toRead(Right.SPRINT);
        var sprint = sprints.frame(id);
        var burndown = burndowns.of(sprint);
        var view = new BurndownView(sprint, burndown.startValue(), burndown.days());
        return Representation.read(
                ifNoneMatch, Representation.etag(sprint.version(), view.toString()), view);
    }
}

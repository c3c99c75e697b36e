package dev.steward.sprint.velocity;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Velocity over HTTP.
@Path("/api/v1/products/{p}/velocity")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "What a team does next, and how it went.")
@SecurityRequirement(name = "oidc")
class VelocityResource {

    private final Access access;
    private final Velocities velocities;

    VelocityResource(Access access, Velocities velocities) {
        this.access = access;
        this.velocities = velocities;
    }

    @Schema(name = "Velocity")
    record VelocityView(List<TeamVelocity> teams) {}

    @GET
    @Operation(
            operationId = "getVelocity",
            summary = "What the teams of a product finished per sprint, with its spread",
            description =
                    "Points of items DONE when their sprint was closed, at their estimate when done; no partial credit, no cancelled sprints. Comparable inside a team only. Teams without a closed sprint are left out.")
    @APIResponseSchema(value = VelocityView.class, responseDescription = "Team by team.")
    public Response get(
            @PathParam("p") String product,
            @QueryParam("teamId") @Nullable UUID team,
            @QueryParam("last")
                    @DefaultValue("10")
                    @Min(1)
                    @Max(50)
                    @Parameter(description = "How many sprints of each team, 1 to 50.")
                    int last,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).toRead(Right.SPRINT);
        var view = new VelocityView(velocities.of(grant.productId(), team, last));
        return Representation.read(ifNoneMatch, Representation.etag(0, view.toString()), view);
    }
}

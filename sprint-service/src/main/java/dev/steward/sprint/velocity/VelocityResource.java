package dev.steward.sprint.velocity;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.conditional.Representation;
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

/// The velocity of teams over HTTP.
@Path("/api/v1/products/{p}/velocity")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "Sprints of a team: planning, scope, closing and figures.")
@SecurityRequirement(name = "oidc")
class VelocityResource {

    private final Access access;
    private final VelocityQuery velocityQuery;

    VelocityResource(Access access, VelocityQuery velocityQuery) {
        this.access = access;
        this.velocityQuery = velocityQuery;
    }

    @Schema(name = "Velocity")
    record VelocityView(
            @Schema(
                            description =
                                    "One entry for each team with a closed sprint, by the name of the team.")
                    List<TeamVelocity> teams) {}

    @GET
    @Operation(
            operationId = "getVelocity",
            summary = "Get the velocity of the teams of a product",
            description =
                    "Points and number of items that each team completed in its last closed sprints, with mean, median and standard deviation. An item counts when it was DONE at the close of the sprint, with the estimate it had when it was done; unfinished items count nothing. Cancelled sprints and teams without a closed sprint are left out. Points of different teams cannot be compared.")
    @APIResponseSchema(value = VelocityView.class, responseDescription = "Team by team.")
    public Response get(
            @PathParam("p") @Parameter(description = "Id or key of the product.") String product,
            @QueryParam("teamId")
                    @Parameter(
                            description =
                                    "Id of a team: only this one. Absent: all teams of the product.")
                    @Nullable UUID team,
            @QueryParam("last")
                    @DefaultValue("10")
                    @Min(1)
                    @Max(50)
                    @Parameter(
                            description =
                                    "Maximum number of sprints of each team, the latest ones: 1 to 50; 10 when absent.")
                    int last,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).requireRead(Right.SPRINT);
        var view = new VelocityView(velocityQuery.of(grant.productId(), team, last));
        return Representation.read(ifNoneMatch, Representation.etag(0, view.toString()), view);
    }
}

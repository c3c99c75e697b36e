package dev.steward.sprint.team;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// One team.
@Path("/api/v1/teams/{t}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "Teams of a product: members, time zone and working days.")
@SecurityRequirement(name = "oidc")
class TeamResource {

    private final Access access;
    private final MergePatch mergePatch;
    private final Teams teams;
    private final TeamChanges teamChanges;
    private final TeamViewQuery views;

    TeamResource(
            Access access,
            MergePatch mergePatch,
            Teams teams,
            TeamChanges teamChanges,
            TeamViewQuery views) {
        this.access = access;
        this.mergePatch = mergePatch;
        this.teams = teams;
        this.teamChanges = teamChanges;
        this.views = views;
    }

    /// For the API document only: a merge patch of a team.
    @Schema(name = "TeamPatch")
    record TeamPatch(
            @Schema(description = "New name, unique in the product, ignoring case.")
                    @Nullable String name,
            @Schema(description = "New time zone: a name of the IANA time zone database.")
                    @Nullable String timeZone,
            @Schema(
                            description =
                                    "New days of the week on which the team works; replaces all of them.")
                    @Nullable List<DayOfWeek> workingDays,
            @Schema(
                            description =
                                    "New members, at most 50; replaces all of them. Null empties the list.")
                    @Nullable List<TeamMember> members) {}

    @GET
    @Operation(
            operationId = "getTeam",
            summary = "Get a team",
            description =
                    "Everyone with a role in the product may read it. 404 also when the caller has no role in the product of the team.")
    @APIResponse(
            responseCode = "200",
            description = "The team.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TeamView.class),
                            examples = @ExampleObject(name = "team", value = TeamExamples.TEAM)))
    @APIResponse(responseCode = "304", description = "Not modified.")
    public Response read(
            @PathParam("t") @Parameter(description = "Id of the team.") UUID id,
            @HeaderParam("If-None-Match")
                    @Parameter(description = "ETags of the representations that the caller holds.")
                    @Nullable String ifNoneMatch) {
        var found = teams.get(id);
        access.to(found.productId(), TeamNotFound::new).requireRead(Right.TEAM);
        var team = views.of(found);
        return Representation.read(ifNoneMatch, team.etag(), team);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateTeam",
            summary = "Update a team",
            description =
                    "A merge patch: absent fields stay, lists are replaced as a whole, and null empties the members. New members must be members of the product; current ones may stay after they have left it. Sprints that have started keep the time zone and working days they started with.")
    @APIResponse(
            responseCode = "200",
            description = "The team as it is now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TeamView.class),
                            examples = @ExampleObject(name = "team", value = TeamExamples.TEAM)))
    public Response update(
            @PathParam("t") @Parameter(description = "Id of the team.") UUID id,
            @HeaderParam("If-Match")
                    @Parameter(
                            description = "ETag of the team as last read, or `*` for any version.",
                            schema = @Schema(implementation = String.class))
                    @Nullable IfMatch ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = TeamPatch.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "rename",
                                                            value = TeamExamples.PATCH)))
                    @NotNull
                    Body<ObjectNode> body) {
        var grant = access.to(teams.productOf(id), TeamNotFound::new).require(Right.TEAM);
        var patch = body.read();
        return Representation.changed(
                IfMatch.required(ifMatch),
                condition ->
                        views.of(
                                teamChanges.update(
                                        id,
                                        grant,
                                        condition,
                                        profile -> mergePatch.apply(patch, profile))),
                () -> views.of(teams.get(id)));
    }
}

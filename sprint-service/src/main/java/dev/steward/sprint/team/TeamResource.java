package dev.steward.sprint.team;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.DayOfWeek;
import java.util.Collection;
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

/// Teams over HTTP.
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "Teams of a product: members, time zone and working days.")
@SecurityRequirement(name = "oidc")
class TeamResource {

    private final Access access;
    private final People people;
    private final Idempotent idempotent;
    private final MergePatch mergePatch;
    private final Teams teams;
    private final TeamChanges teamChanges;

    TeamResource(
            Access access,
            People people,
            Idempotent idempotent,
            MergePatch mergePatch,
            Teams teams,
            TeamChanges teamChanges) {
        this.access = access;
        this.people = people;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
        this.teams = teams;
        this.teamChanges = teamChanges;
    }

    @POST
    @Path("/products/{p}/teams")
    @Operation(
            operationId = "createTeam",
            summary = "Create a team",
            description =
                    "Only members of the product can be members of its teams. The name must be unique in the product, ignoring case.")
    @APIResponse(
            responseCode = "201",
            description = "The new team.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TeamView.class),
                            examples = @ExampleObject(name = "team", value = TeamExamples.TEAM)))
    public Response create(
            @PathParam("p") @Parameter(description = TeamExamples.PRODUCT) String product,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TeamProfile.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "team",
                                                            value = TeamExamples.PROFILE)))
                    @NotNull
                    Body<TeamProfile> body) {
        var grant = access.to(product).require(Right.TEAM);
        var profile = body.read();
        return idempotent.once(() -> {
            var team = view(teamChanges.create(grant, profile));
            return Representation.created(
                    URI.create("/api/v1/teams/" + team.id()), team.etag(), team);
        });
    }

    @GET
    @Path("/products/{p}/teams")
    @Operation(
            operationId = "listTeams",
            summary = "List the teams of a product",
            description =
                    "All teams of the product with their members, ordered by name, ignoring case.")
    @APIResponse(
            responseCode = "200",
            description = "One page of teams.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TeamPage.class),
                            examples = @ExampleObject(name = "page", value = TeamExamples.PAGE)))
    public Response list(
            @PathParam("p") @Parameter(description = TeamExamples.PRODUCT) String product,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.TEAM);
        var query = "teams of " + grant.productId();
        return new SizeLimitedPage<TeamView>(
                        (behind, most) ->
                                views(
                                        teams.ofProduct(
                                                grant.productId(), name(query, behind), most)),
                        TeamView::bytes,
                        team -> Cursor.encode(query, List.of(team.name())))
                .page(page)
                .response(uri);
    }

    private static @Nullable String name(String query, @Nullable String cursor) {
        var keys = Cursor.decode(query, cursor, 1);
        return keys == null ? null : keys.getFirst();
    }

    @GET
    @Path("/teams/{t}")
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
        var team = view(found);
        return Representation.read(ifNoneMatch, team.etag(), team);
    }

    @PATCH
    @Path("/teams/{t}")
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
        var grant = grantToChange(id);
        var patch = body.read();
        return Representation.changed(
                IfMatch.required(ifMatch),
                condition ->
                        view(
                                teamChanges.update(
                                        id,
                                        grant,
                                        condition,
                                        profile -> mergePatch.apply(patch, profile))),
                () -> view(teams.get(id)));
    }

    private Grant grantToChange(UUID id) {
        return access.to(teams.productOf(id), TeamNotFound::new).require(Right.TEAM);
    }

    private TeamView view(Team team) {
        return views(List.of(team)).getFirst();
    }

    private List<TeamView> views(Collection<Team> found) {
        var names =
                people.of(
                        found.stream()
                                .flatMap(team -> team.profile().subjects().stream())
                                .distinct()
                                .toList());
        return found.stream().map(team -> TeamView.of(team, names)).toList();
    }

    /// For the API document only: a page of teams.
    @Schema(
            name = "TeamPage",
            requiredProperties = {"items", "page"})
    record TeamPage(
            @Schema(description = "The teams of this page, ordered by name, ignoring case.")
                    List<TeamView> items,
            @Schema(description = "Size of the page and the cursor of the next one.")
                    Page.Info page) {}

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
}

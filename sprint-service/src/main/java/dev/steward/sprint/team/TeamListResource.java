package dev.steward.sprint.team;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
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

/// The teams of a product.
@Path("/api/v1/products/{p}/teams")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "Teams of a product: members, time zone and working days.")
@SecurityRequirement(name = "oidc")
class TeamListResource {

    private final Access access;
    private final Idempotent idempotent;
    private final Teams teams;
    private final TeamChanges teamChanges;
    private final TeamViewQuery views;

    TeamListResource(
            Access access,
            Idempotent idempotent,
            Teams teams,
            TeamChanges teamChanges,
            TeamViewQuery views) {
        this.access = access;
        this.idempotent = idempotent;
        this.teams = teams;
        this.teamChanges = teamChanges;
        this.views = views;
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

    @POST
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
            var team = views.of(teamChanges.create(grant, profile));
            return Representation.created(
                    URI.create("/api/v1/teams/" + team.id()), team.etag(), team);
        });
    }

    @GET
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
                                views.of(
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
}

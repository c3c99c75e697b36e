package dev.steward.sprint.sprint.planning;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import dev.steward.platform.web.request.EnumParameter;
import dev.steward.sprint.sprint.SprintFields;
import dev.steward.sprint.sprint.SprintQuery;
import dev.steward.sprint.sprint.SprintStatus;
import dev.steward.sprint.sprint.SprintView;
import dev.steward.sprint.sprint.Sprints;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The sprints of a product over HTTP.
@Path("/api/v1/products/{p}/sprints")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "Sprints of a team: planning, scope, closing and figures.")
@SecurityRequirement(name = "oidc")
class SprintListResource {

    /// A sprint takes at most 25 KiB.
    private static final int FIRST_STEP = 40;

    private final Access access;
    private final Sprints sprints;
    private final SprintQuery sprintQuery;
    private final SprintPlanning planning;
    private final Idempotent idempotent;

    SprintListResource(
            Access access,
            Sprints sprints,
            SprintQuery sprintQuery,
            SprintPlanning planning,
            Idempotent idempotent) {
        this.access = access;
        this.sprints = sprints;
        this.sprintQuery = sprintQuery;
        this.planning = planning;
        this.idempotent = idempotent;
    }

    @Schema(name = "NewSprint")
    record NewSprint(
            @Schema(description = "Id of a team of the product; it cannot be changed later.")
                    @NotNull
                    UUID teamId,
            @Schema(description = SprintFields.NAME)
                    @NotBlank
                    @Size(max = 100)
                    @Pattern(regexp = SprintFields.NO_CONTROL_CHARACTERS)
                    String name,
            @Schema(description = SprintFields.GOAL) @Size(min = 1, max = 2_000)
                    @Nullable String goal,
            @Schema(description = SprintFields.FIRST_DAY) @Nullable LocalDate startDate,
            @Schema(description = SprintFields.LAST_DAY) @Nullable LocalDate endDate) {

        SprintFields fields() {
            return new SprintFields(name, goal, startDate, endDate);
        }
    }

    /// For the API document only: a page of sprints.
    @Schema(name = "SprintPage")
    record SprintPage(
            @Schema(description = "The sprints of this page, newest first.") List<SprintView> items,
            @Schema(description = "Size of the page and the cursor of the next one.")
                    Page.Info page) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createSprint",
            summary = "Create a sprint",
            description =
                    "The sprint is PLANNED. Goal and dates may be set later, but are needed to start it. A team may have any number of PLANNED sprints.")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "201",
            responseDescription = "Created; the sprint is PLANNED.")
    public Response create(
            @PathParam("p") @Parameter(description = "Id or key of the product.") String product,
            @NotNull Body<NewSprint> body) {
        var grant = access.to(product).require(Right.SPRINT);
        var wanted = body.read();
        return idempotent.once(() -> {
            var sprint = sprintQuery.view(planning.create(grant, wanted.teamId(), wanted.fields()));
            return Representation.created(
                    URI.create("/api/v1/sprints/" + sprint.id()), sprint.etag(), sprint);
        });
    }

    @GET
    @Operation(
            operationId = "listSprints",
            summary = "List the sprints of a product",
            description = "The sprints of all teams, or of one, the one created last first.")
    @APIResponseSchema(value = SprintPage.class, responseDescription = "A page of sprints.")
    public Response list(
            @PathParam("p") @Parameter(description = "Id or key of the product.") String product,
            @QueryParam("teamId")
                    @Parameter(
                            description =
                                    "Id of a team: only its sprints. Absent: those of all teams.")
                    @Nullable UUID team,
            @QueryParam("status")
                    @Parameter(
                            description =
                                    "Only sprints with one of these statuses, separated by commas. Absent: all.",
                            example = "PLANNED,ACTIVE")
                    @Nullable String status,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.SPRINT);
        var statuses = EnumParameter.orAll("status", SprintStatus.class, status);
        var query = "sprints of " + grant.productId() + team + statuses;
        return new SizeLimitedPage<SprintView>(
                        (after, count) ->
                                sprintQuery.views(
                                        sprints.page(
                                                new Sprints.SprintFilter(
                                                        grant.productId(),
                                                        team,
                                                        statuses,
                                                        id(query, after)),
                                                count)),
                        SprintView::bytes,
                        sprint -> Cursor.encode(query, List.of(sprint.id().toString())),
                        FIRST_STEP)
                .page(page)
                .response(uri);
    }

    private static @Nullable UUID id(String query, @Nullable String cursor) {
        var keys = Cursor.decode(query, cursor, 1);
        return keys == null ? null : Cursor.key(keys.getFirst(), UUID::fromString);
    }
}

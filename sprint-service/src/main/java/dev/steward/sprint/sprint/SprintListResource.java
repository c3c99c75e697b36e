package dev.steward.sprint.sprint;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Choices;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Page;
import dev.steward.platform.web.PageQuery;
import dev.steward.platform.web.Representation;
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

/// Planning sprints and finding them, over HTTP.
@Path("/api/v1/products/{p}/sprints")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "What a team does next, and how it went.")
@SecurityRequirement(name = "oidc")
class SprintListResource {

    /// A sprint takes at most 25 KiB.
    private static final int FIRST_STEP = 40;

    private final Access access;
    private final Sprints sprints;
    private final SprintReading reading;
    private final SprintPlanning planning;
    private final Idempotent idempotent;

    SprintListResource(
            Access access,
            Sprints sprints,
            SprintReading reading,
            SprintPlanning planning,
            Idempotent idempotent) {
        this.access = access;
        this.sprints = sprints;
        this.reading = reading;
        this.planning = planning;
        this.idempotent = idempotent;
    }

    /// @param goal and the dates may come later, but before the sprint starts
    @Schema(name = "NewSprint")
    record NewSprint(
            @NotNull UUID teamId,
            @NotBlank @Size(max = 100) @Pattern(regexp = SprintFields.NO_CONTROL_CHARACTERS)
                    String name,
            @Size(min = 1, max = 2_000) @Nullable String goal,
            @Schema(description = SprintFields.FIRST_DAY) @Nullable LocalDate startDate,
            @Schema(description = SprintFields.LAST_DAY) @Nullable LocalDate endDate) {

        SprintFields fields() {
            return new SprintFields(name, goal, startDate, endDate);
        }
    }

    /// For the document only: a page of sprints.
    @Schema(name = "SprintPage")
    record SprintPage(List<SprintView> items, Page.Place page) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "planSprint", summary = "Plan a sprint of a team")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "201",
            responseDescription = "It is PLANNED.")
    public Response plan(@PathParam("p") String product, @NotNull Body<NewSprint> body) {
        var grant = access.to(product).toDo(Right.SPRINT);
        var wanted = body.read();
        return idempotent.once(() -> {
            var sprint = reading.view(planning.plan(grant, wanted.teamId(), wanted.fields()));
            return Representation.created(
                    URI.create("/api/v1/sprints/" + sprint.id()), sprint.etag(), sprint);
        });
    }

    @GET
    @Operation(operationId = "listSprints", summary = "The sprints of a product, newest first")
    @APIResponseSchema(value = SprintPage.class, responseDescription = "A page of sprints.")
    public Response list(
            @PathParam("p") String product,
            @QueryParam("teamId") @Nullable UUID team,
            @QueryParam("status")
                    @Parameter(
                            description = "Any of these, comma separated; without it all.",
                            example = "PLANNED,ACTIVE")
                    @Nullable String status,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).toRead(Right.SPRINT);
        var statuses = Choices.orAll("status", SprintStatus.class, status);
        var query = "sprints of " + grant.productId() + team + statuses;
        return new LongRows<SprintView>(
                        (behind, most) ->
                                reading.views(
                                        sprints.page(
                                                new Sprints.Wish(
                                                        grant.productId(),
                                                        team,
                                                        statuses,
                                                        id(query, behind)),
                                                most)),
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

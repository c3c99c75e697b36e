package dev.steward.sprint.sprint.planning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.sprint.sprint.SprintFields;
import dev.steward.sprint.sprint.SprintQuery;
import dev.steward.sprint.sprint.SprintView;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A sprint over HTTP, until it starts.
@Path("/api/v1/sprints/{s}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "Sprints of a team: planning, scope, closing and figures.")
@SecurityRequirement(name = "oidc")
class SprintResource {

    private final SprintQuery sprintQuery;
    private final SprintPlanning planning;
    private final SprintStart start;
    private final MergePatch mergePatch;
    private final Idempotent idempotent;

    SprintResource(
            SprintQuery sprintQuery,
            SprintPlanning planning,
            SprintStart start,
            MergePatch mergePatch,
            Idempotent idempotent) {
        this.sprintQuery = sprintQuery;
        this.planning = planning;
        this.start = start;
        this.mergePatch = mergePatch;
        this.idempotent = idempotent;
    }

    @GET
    @Operation(
            operationId = "getSprint",
            summary = "Get a sprint",
            description =
                    "The sprint with the sums of its items; the items themselves are on its board. 404 also when the caller has no role in the product of the sprint.")
    @APIResponseSchema(value = SprintView.class, responseDescription = "The sprint.")
    public Response get(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var sprint = sprintQuery.get(id);
        return Representation.read(ifNoneMatch, sprint.etag(), sprint);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateSprint",
            summary = "Update the name, goal or dates of a sprint",
            description =
                    "A merge patch: absent fields stay, null removes goal or dates. Once the sprint has started its dates cannot change and its goal cannot be removed; a closed or cancelled sprint cannot change at all.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = SprintFields.class)))
    @APIResponseSchema(value = SprintView.class, responseDescription = "The sprint as it is now.")
    public Response update(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var grant = sprintQuery.grant(id).require(Right.SPRINT);
        var patch = body.read();
        return Representation.changed(
                IfMatch.required(ifMatch),
                condition ->
                        sprintQuery.view(
                                planning.update(
                                        id,
                                        grant,
                                        condition,
                                        fields -> mergePatch.apply(patch, fields))),
                () -> sprintQuery.current(id));
    }

    @POST
    @Path("start")
    @Operation(
            operationId = "startSprint",
            summary = "Start a sprint",
            description =
                    "The sprint becomes ACTIVE. It must have a goal and dates, and the team no other ACTIVE sprint. The points and items in it are recorded as its forecast, together with the time zone and working days of the team; later changes do not alter them. The header `If-Match` may be left out.")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "200",
            responseDescription = "Started; the sprint is ACTIVE.")
    /// The condition is optional, because the status of the sprint already guards the start.
    public Response start(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = sprintQuery.grant(id).require(Right.SPRINT);
        return idempotent.once(() ->
                Representation.changed(
                        IfMatch.optional(ifMatch),
                        condition -> sprintQuery.view(start.start(id, grant, condition)),
                        () -> sprintQuery.current(id)));
    }
}

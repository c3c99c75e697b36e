package dev.steward.sprint.sprint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.MergePatch;
import dev.steward.platform.web.Representation;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A sprint over HTTP.
@Path("/api/v1/sprints/{s}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "What a team does next, and how it went.")
@SecurityRequirement(name = "oidc")
class SprintResource {

    private final SprintReading reading;
    private final SprintPlanning planning;
    private final MergePatch mergePatch;

    SprintResource(SprintReading reading, SprintPlanning planning, MergePatch mergePatch) {
        this.reading = reading;
        this.planning = planning;
        this.mergePatch = mergePatch;
    }

    @GET
    @Operation(operationId = "getSprint", summary = "A sprint")
    @APIResponseSchema(value = SprintView.class, responseDescription = "The sprint.")
    public Response get(
            @PathParam("s") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var sprint = reading.named(id);
        return Representation.read(ifNoneMatch, sprint.etag(), sprint);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "editSprint",
            summary = "Change name, goal or dates of a sprint",
            description = "The dates stay once it has started; an ended sprint does not change.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = SprintFields.class)))
    @APIResponseSchema(value = SprintView.class, responseDescription = "The sprint as it is now.")
    public Response edit(
            @PathParam("s") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var grant = reading.grant(id).toDo(Right.SPRINT);
        var patch = body.read();
        var condition = IfMatch.required(ifMatch);
        var sprint =
                condition.guarding(
                        () ->
                                reading.view(
                                        planning.edit(
                                                id,
                                                grant,
                                                condition,
                                                fields -> mergePatch.apply(patch, fields))),
                        () -> reading.now(id));
        return Representation.ok(sprint.etag(), sprint);
    }
}

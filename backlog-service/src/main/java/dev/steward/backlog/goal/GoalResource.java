package dev.steward.backlog.goal;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

/// One goal: what it says.
@Path("/api/v1/goals/{g}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "What the backlog is for.")
@SecurityRequirement(name = "oidc")
class GoalResource {

    private final VisibleGoals goals;
    private final GoalQuery reading;
    private final GoalLifecycle lifecycle;
    private final MergePatch mergePatch;

    GoalResource(VisibleGoals goals, GoalQuery reading, GoalLifecycle lifecycle, MergePatch mergePatch) {
        this.goals = goals;
        this.reading = reading;
        this.lifecycle = lifecycle;
        this.mergePatch = mergePatch;
    }

    @GET
    @Operation(operationId = "getGoal", summary = "A goal")
    @APIResponseSchema(value = GoalView.class, responseDescription = "The goal.")
    public Response get(
            @PathParam("g") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var view = goals.read(id);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "patchGoal",
            summary = "Change what a goal says",
            description =
                    "While it is PROPOSED or ACTIVE; what has ended stays as it was. Needs PRODUCT_GOAL.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = GoalFields.class)))
    @APIResponseSchema(value = GoalView.class, responseDescription = "The goal as it is now.")
    public Response patch(
            @PathParam("g") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var grant = goals.toChange(id);
        var patch = body.read();
        var condition = IfMatch.required(ifMatch);
        var view =
                condition.guarding(
                        () -> {
                            lifecycle.update(grant, id, condition, now -> mergePatch.apply(patch, now));
                            return reading.one(id);
                        },
                        () -> reading.one(id));
        return Representation.ok(view.etag(), view);
    }
}

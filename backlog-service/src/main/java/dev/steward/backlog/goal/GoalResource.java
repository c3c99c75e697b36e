package dev.steward.backlog.goal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.backlog.ApiTexts;
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

/// One goal: reading and updating it.
@Path("/api/v1/goals/{g}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "Product goals; one of a product is active at a time.")
@SecurityRequirement(name = "oidc")
class GoalResource {

    private final VisibleGoals goals;
    private final GoalQuery goalQuery;
    private final GoalLifecycle lifecycle;
    private final MergePatch mergePatch;

    GoalResource(
            VisibleGoals goals,
            GoalQuery goalQuery,
            GoalLifecycle lifecycle,
            MergePatch mergePatch) {
        this.goals = goals;
        this.goalQuery = goalQuery;
        this.lifecycle = lifecycle;
        this.mergePatch = mergePatch;
    }

    @GET
    @Operation(
            operationId = "getGoal",
            summary = "Get a goal",
            description = "The goal with all its fields. Needs the right READ_BACKLOG.")
    @APIResponseSchema(value = GoalView.class, responseDescription = "The goal.")
    public Response get(
            @PathParam("g") @Parameter(description = ApiTexts.GOAL) UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var view = goals.read(id);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateGoal",
            summary = "Update a goal",
            description =
                    "Changes the fields that the body names (JSON merge patch) while the goal is"
                            + " PROPOSED or ACTIVE; an ended goal answers 409. Send the `ETag` that you"
                            + " have seen as `If-Match` (428 without it, 412 when somebody changed it"
                            + " meanwhile). Needs the right PRODUCT_GOAL.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = GoalFields.class)))
    @APIResponseSchema(value = GoalView.class, responseDescription = "The goal as it is now.")
    public Response patch(
            @PathParam("g") @Parameter(description = ApiTexts.GOAL) UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var grant = goals.grantToUpdate(id);
        var patch = body.read();
        return Representation.changed(
                IfMatch.required(ifMatch),
                condition -> {
                    lifecycle.update(grant, id, condition, now -> mergePatch.apply(patch, now));
                    return goalQuery.one(id);
                },
                () -> goalQuery.one(id));
    }
}

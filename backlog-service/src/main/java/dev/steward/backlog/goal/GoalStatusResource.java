package dev.steward.backlog.goal;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// One goal: changing its status.
@Path("/api/v1/goals/{g}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "Product goals; one of a product is active at a time.")
@SecurityRequirement(name = "oidc")
class GoalStatusResource {

    private final VisibleGoals goals;
    private final GoalQuery goalQuery;
    private final GoalLifecycle lifecycle;
    private final Idempotent idempotent;

    GoalStatusResource(
            VisibleGoals goals,
            GoalQuery goalQuery,
            GoalLifecycle lifecycle,
            Idempotent idempotent) {
        this.goals = goals;
        this.goalQuery = goalQuery;
        this.lifecycle = lifecycle;
        this.idempotent = idempotent;
    }

    @Schema(name = "GoalAbandonment")
    record Abandonment(
            @Schema(description = "Why the goal is abandoned, at most 1,000 characters.")
                    @NotBlank
                    @Size(max = 1_000)
                    String reason) {}

    @POST
    @Path("activate")
    @Operation(
            operationId = "activateGoal",
            summary = "Activate a proposed goal",
            description =
                    "Makes the goal the one that the product pursues. Only one goal of a product is"
                            + " ACTIVE: while another one is, the answer is 409"
                            + " `another-goal-is-active` and names it in `goal`. `If-Match` is optional"
                            + " here: the status already decides whether the step is allowed. Needs the"
                            + " right PRODUCT_GOAL.")
    @APIResponseSchema(
            value = GoalView.class,
            responseCode = "200",
            responseDescription = "The goal is ACTIVE.")
    public Response activate(
            @PathParam("g") @Parameter(description = ApiTexts.GOAL) UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = goals.grantToUpdate(id);
        return changeStatus(id, ifMatch, condition -> lifecycle.activate(grant, id, condition));
    }

    @POST
    @Path("achieve")
    @Operation(
            operationId = "achieveGoal",
            summary = "Mark the active goal as achieved",
            description =
                    "Ends the goal as reached. Only an ACTIVE goal can be achieved (409 otherwise);"
                            + " items keep their link to it. `If-Match` is optional here: the status"
                            + " already decides whether the step is allowed. Needs the right"
                            + " PRODUCT_GOAL.")
    @APIResponseSchema(
            value = GoalView.class,
            responseCode = "200",
            responseDescription = "The goal is ACHIEVED.")
    public Response achieve(
            @PathParam("g") @Parameter(description = ApiTexts.GOAL) UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = goals.grantToUpdate(id);
        return changeStatus(id, ifMatch, condition -> lifecycle.achieve(grant, id, condition));
    }

    @POST
    @Path("abandon")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "abandonGoal",
            summary = "Abandon the active goal",
            description =
                    "Ends the goal without having reached it and keeps the reason. Only an ACTIVE"
                            + " goal can be abandoned (409 otherwise); items keep their link to it."
                            + " `If-Match` is optional here: the status already decides whether the"
                            + " step is allowed. Needs the right PRODUCT_GOAL.")
    @APIResponseSchema(
            value = GoalView.class,
            responseCode = "200",
            responseDescription = "The goal is ABANDONED.")
    public Response abandon(
            @PathParam("g") @Parameter(description = ApiTexts.GOAL) UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<Abandonment> body) {
        var grant = goals.grantToUpdate(id);
        var reason = body.read().reason();
        return changeStatus(
                id, ifMatch, condition -> lifecycle.abandon(grant, id, condition, reason));
    }

    private Response changeStatus(UUID id, @Nullable IfMatch ifMatch, Consumer<IfMatch> change) {
        return idempotent.once(() ->
                Representation.changed(
                        IfMatch.optional(ifMatch),
                        condition -> {
                            change.accept(condition);
                            return goalQuery.one(id);
                        },
                        () -> goalQuery.one(id)));
    }
}

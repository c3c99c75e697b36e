package dev.steward.backlog.goal;

import dev.steward.platform.web.Body;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.Representation;
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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// One goal: the steps from proposed to ended.
@Path("/api/v1/goals/{g}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "What the backlog is for.")
@SecurityRequirement(name = "oidc")
class GoalStateResource {

    private final VisibleGoals goals;
    private final GoalQuery reading;
    private final GoalLifecycle lifecycle;
    private final Idempotent idempotent;

    GoalStateResource(
            VisibleGoals goals, GoalQuery reading, GoalLifecycle lifecycle, Idempotent idempotent) {
        this.goals = goals;
        this.reading = reading;
        this.lifecycle = lifecycle;
        this.idempotent = idempotent;
    }

    @Schema(name = "GoalAbandonment")
    record Abandonment(@NotBlank @Size(max = 1_000) String reason) {}

    @POST
    @Path("activate")
    @Operation(
            operationId = "activateGoal",
            summary = "Pursue a proposed goal",
            description =
                    "One goal of a product is ACTIVE: while another is, 409 `another-goal-is-active` names"
                            + " it in `goal`. Needs PRODUCT_GOAL.")
    @APIResponseSchema(
            value = GoalView.class,
            responseCode = "200",
            responseDescription = "It is ACTIVE.")
    public Response activate(
            @PathParam("g") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = goals.toChange(id);
        return take(id, ifMatch, condition -> lifecycle.activate(grant, id, condition));
    }

    @POST
    @Path("achieve")
    @Operation(
            operationId = "achieveGoal",
            summary = "End the active goal: it is reached",
            description = "Needs PRODUCT_GOAL.")
    @APIResponseSchema(
            value = GoalView.class,
            responseCode = "200",
            responseDescription = "It is ACHIEVED.")
    public Response achieve(
            @PathParam("g") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = goals.toChange(id);
        return take(id, ifMatch, condition -> lifecycle.achieve(grant, id, condition));
    }

    @POST
    @Path("abandon")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "abandonGoal",
            summary = "Give the active goal up, and say why",
            description = "Needs PRODUCT_GOAL.")
    @APIResponseSchema(
            value = GoalView.class,
            responseCode = "200",
            responseDescription = "It is ABANDONED.")
    public Response abandon(
            @PathParam("g") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<Abandonment> body) {
        var grant = goals.toChange(id);
        var reason = body.read().reason();
        return take(id, ifMatch, condition -> lifecycle.abandon(grant, id, condition, reason));
    }

    /// The condition is optional: the goal's state already guards a step.
    private Response take(UUID id, @Nullable IfMatch ifMatch, Consumer<IfMatch> step) {
        return idempotent.once(() -> {
            step.accept(Objects.requireNonNullElse(ifMatch, IfMatch.ANYTHING));
            var view = reading.one(id);
            return Representation.ok(view.etag(), view);
        });
    }
}

package dev.steward.sprint.sprint.closing;

import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.sprint.sprint.Sprint;
import dev.steward.sprint.sprint.SprintQuery;
import dev.steward.sprint.sprint.SprintView;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Closing and cancelling a sprint over HTTP.
@Path("/api/v1/sprints/{s}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "Sprints of a team: planning, scope, closing and figures.")
@SecurityRequirement(name = "oidc")
class SprintClosingResource {

    private final SprintQuery sprintQuery;
    private final SprintClosing closing;
    private final Idempotent idempotent;

    SprintClosingResource(SprintQuery sprintQuery, SprintClosing closing, Idempotent idempotent) {
        this.sprintQuery = sprintQuery;
        this.closing = closing;
        this.idempotent = idempotent;
    }

    @Schema(name = "SprintCancellation")
    record Cancellation(
            @Schema(description = "Why the sprint is cancelled; recorded in its ledger.")
                    @NotBlank
                    @Size(max = 1_000)
                    String reason) {}

    @POST
    @Path("close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeSprint",
            summary = "Close a sprint",
            description =
                    "The sprint becomes CLOSED; completed points and items are recorded and do not change later. Items that are DONE stay so. Each open item needs a decision. BACKLOG: it returns to the backlog. NEXT: it moves to the team's next PLANNED sprint, SELECTED and with its whole estimate. SPLIT: its finished part stays as DONE, and the remainder (`rest`) becomes a new item of the backlog, whose id the answer names in `splits`; this needs the right EDIT_ITEM, and ESTIMATE when the remainder is estimated. The body may be left out when no item is open, and so may the header `If-Match`.")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "200",
            responseDescription = "Closed.")
    public Response close(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @RequestBody(required = false) Body<ClosingRequest> body) {
        var grant = sprintQuery.grant(id).require(Right.SPRINT);
        var decisions = body.readIfGiven().orElseGet(() -> new ClosingRequest(List.of(), null));
        decisions.rights().forEach(grant::require);
        return changeStatus(
                id, ifMatch, condition -> closing.close(id, grant, condition, decisions));
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cancelSprint",
            summary = "Cancel a sprint",
            description =
                    "For a sprint whose goal has become obsolete. The sprint becomes CANCELLED: items that are DONE stay so, open items return to the backlog, and the velocity of the team leaves it out. The header `If-Match` may be left out.")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "200",
            responseDescription = "Cancelled.")
    public Response cancel(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<Cancellation> body) {
        var grant = sprintQuery.grant(id).require(Right.CANCEL_SPRINT);
        var cancellation = body.read();
        return changeStatus(
                id,
                ifMatch,
                condition -> closing.cancel(id, grant, condition, cancellation.reason()));
    }

    private Response changeStatus(
            UUID id, @Nullable IfMatch ifMatch, Function<IfMatch, Sprint> change) {
        return idempotent.once(() ->
                Representation.changed(
                        IfMatch.optional(ifMatch),
                        change.andThen(sprintQuery::view),
                        () -> sprintQuery.current(id)));
    }
}

package dev.steward.sprint.sprint;

import dev.steward.platform.access.Right;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Starting and ending a sprint over HTTP.
@Path("/api/v1/sprints/{s}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "What a team does next, and how it went.")
@SecurityRequirement(name = "oidc")
class SprintCourseResource {

    private final SprintReading reading;
    private final SprintStart start;
    private final SprintEnd end;
    private final Idempotent idempotent;

    SprintCourseResource(
            SprintReading reading, SprintStart start, SprintEnd end, Idempotent idempotent) {
        this.reading = reading;
        this.start = start;
        this.end = end;
        this.idempotent = idempotent;
    }

    @Schema(name = "SprintCancellation")
    record Cancellation(@NotBlank @Size(max = 1_000) String reason) {}

    @POST
    @Path("start")
    @Operation(
            operationId = "startSprint",
            summary = "Start a sprint: what it is measured by is frozen",
            description =
                    "It needs a goal and dates; the team has no other ACTIVE sprint. Forecast, time zone and working days are kept as they are now.")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "200",
            responseDescription = "It is ACTIVE.")
    public Response start(
            @PathParam("s") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = reading.grant(id).toDo(Right.SPRINT);
        return step(id, ifMatch, condition -> start.start(id, grant, condition));
    }

    @POST
    @Path("close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeSprint",
            summary = "Close a sprint, with a decision for each open item",
            description =
                    "BACKLOG gives it back; NEXT takes it into the team's next PLANNED sprint, SELECTED and with its whole estimate; SPLIT needs the `rest`: its part of the estimate leaves the item, which is DONE, and it becomes a new item of the backlog, whose id the answer names in `splits`. That takes the right to edit items, and with an estimate the one to estimate. What is done stays done. The sprint's figures stay as they are, whatever is decided later.")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "200",
            responseDescription = "It is CLOSED.")
    public Response close(
            @PathParam("s") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @RequestBody(required = false) Body<Closing> body) {
        var grant = reading.grant(id).toDo(Right.SPRINT);
        var decided = body.readIfGiven().orElseGet(() -> new Closing(List.of(), null));
        decided.rights().forEach(grant::toDo);
        return step(id, ifMatch, condition -> end.close(id, grant, condition, decided));
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cancelSprint",
            summary = "Cancel a sprint: its goal is not worth pursuing any more",
            description = "Open items go back to the backlog. Velocity leaves it out.")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "200",
            responseDescription = "It is CANCELLED.")
    public Response cancel(
            @PathParam("s") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<Cancellation> body) {
        var grant = reading.grant(id).toDo(Right.CANCEL_SPRINT);
        var why = body.read();
        return step(id, ifMatch, condition -> end.cancel(id, grant, condition, why.reason()));
    }

    /// The condition is optional: the sprint's state already guards a step.
    private Response step(UUID id, @Nullable IfMatch ifMatch, Function<IfMatch, Sprint> taking) {
        var condition = Optional.ofNullable(ifMatch).orElse(IfMatch.ANYTHING);
        return idempotent.once(() -> {
            var sprint =
                    condition.guarding(
                            () -> reading.view(taking.apply(condition)), () -> reading.now(id));
            return Representation.ok(sprint.etag(), sprint);
        });
    }
}

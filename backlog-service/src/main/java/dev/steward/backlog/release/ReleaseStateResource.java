package dev.steward.backlog.release;

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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A release goes out, and may be taken back.
@Path("/api/v1/releases/{r}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases")
@SecurityRequirement(name = "oidc")
class ReleaseStateResource {

    private final ReleaseViewQuery reading;
    private final ReleaseLifecycle lifecycle;
    private final Idempotent idempotent;

    ReleaseStateResource(ReleaseViewQuery reading, ReleaseLifecycle lifecycle, Idempotent idempotent) {
        this.reading = reading;
        this.lifecycle = lifecycle;
        this.idempotent = idempotent;
    }

    @Schema(name = "Rollback")
    record Rollback(@NotBlank @Size(max = 1_000) String reason) {}

    @POST
    @Path("release")
    @Operation(
            operationId = "releaseRelease",
            summary = "Say that a release is out",
            description =
                    """
                    All of its items are DONE (409 `items-not-done` names those that are not); from now on they are RELEASED,
                    whatever becomes of the work on them. Releasing again changes nothing. Needs the right ROADMAP.
                    """)
    @APIResponseSchema(
            value = ReleaseView.class,
            responseCode = "200",
            responseDescription = "It is RELEASED.")
    public Response release(
            @PathParam("r") UUID id, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = reading.grant(id).toDo(Right.ROADMAP);
        return step(id, ifMatch, condition -> lifecycle.release(grant, id, condition));
    }

    @POST
    @Path("rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rollBackRelease",
            summary = "Take a release back",
            description =
                    """
                    Its items are DONE again, and another release may take them. This one stays ROLLED_BACK. Needs the right
                    ROADMAP.
                    """)
    @APIResponseSchema(
            value = ReleaseView.class,
            responseCode = "200",
            responseDescription = "It is ROLLED_BACK.")
    public Response rollBack(
            @PathParam("r") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<Rollback> body) {
        var grant = reading.grant(id).toDo(Right.ROADMAP);
        var why = body.read();
        return step(
                id, ifMatch, condition -> lifecycle.rollBack(grant, id, condition, why.reason()));
    }

    /// The condition is optional: the release's state already guards a step.
    private Response step(UUID id, @Nullable IfMatch ifMatch, Function<IfMatch, Release> taking) {
        var condition = Objects.requireNonNullElse(ifMatch, IfMatch.ANYTHING);
        return idempotent.once(() -> {
            var view =
                    condition.guarding(
                            () -> reading.view(taking.apply(condition)), () -> reading.now(id));
            return Representation.ok(view.etag(), view);
        });
    }
}

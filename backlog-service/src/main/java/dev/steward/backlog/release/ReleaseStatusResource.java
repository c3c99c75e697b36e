package dev.steward.backlog.release;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Right;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// One release: releasing it and rolling it back.
@Path("/api/v1/releases/{r}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases")
@SecurityRequirement(name = "oidc")
class ReleaseStatusResource {

    private final ReleaseViewQuery views;
    private final ReleaseLifecycle lifecycle;
    private final Idempotent idempotent;

    ReleaseStatusResource(
            ReleaseViewQuery views, ReleaseLifecycle lifecycle, Idempotent idempotent) {
        this.views = views;
        this.lifecycle = lifecycle;
        this.idempotent = idempotent;
    }

    @Schema(name = "ReleaseRollback")
    record Rollback(
            @Schema(description = "Why the release is rolled back, at most 1,000 characters.")
                    @NotBlank
                    @Size(max = 1_000)
                    String reason) {}

    @POST
    @Path("release")
    @Operation(
            operationId = "releaseRelease",
            summary = "Mark a release as released",
            description =
                    "Its items become RELEASED. All of them must be DONE (409 `items-not-done`"
                            + " names the others), and there must be at least one (409"
                            + " `release-is-empty`). Releasing it again changes nothing. `If-Match` is"
                            + " optional here: the status already decides whether the step is allowed."
                            + " Needs the right ROADMAP.")
    @APIResponseSchema(
            value = ReleaseView.class,
            responseCode = "200",
            responseDescription = "The release is RELEASED.")
    public Response release(
            @PathParam("r") @Parameter(description = ApiTexts.RELEASE) UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = views.grant(id).require(Right.ROADMAP);
        return changeStatus(id, ifMatch, condition -> lifecycle.release(grant, id, condition));
    }

    @POST
    @Path("rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rollBackRelease",
            summary = "Roll back a release",
            description =
                    "Only a RELEASED release can be rolled back (409 otherwise). Its items are DONE"
                            + " again and can go into another release; this one stays ROLLED_BACK."
                            + " `If-Match` is optional here: the status already decides whether the"
                            + " step is allowed. Needs the right ROADMAP.")
    @APIResponseSchema(
            value = ReleaseView.class,
            responseCode = "200",
            responseDescription = "The release is ROLLED_BACK.")
    public Response rollBack(
            @PathParam("r") @Parameter(description = ApiTexts.RELEASE) UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<Rollback> body) {
        var grant = views.grant(id).require(Right.ROADMAP);
        var why = body.read();
        return changeStatus(
                id, ifMatch, condition -> lifecycle.rollBack(grant, id, condition, why.reason()));
    }

    private Response changeStatus(
            UUID id, @Nullable IfMatch ifMatch, Function<IfMatch, Release> change) {
        return idempotent.once(() ->
                Representation.changed(
                        IfMatch.optional(ifMatch),
                        change.andThen(views::view),
                        () -> views.now(id)));
    }
}

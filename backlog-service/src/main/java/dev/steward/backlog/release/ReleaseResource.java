package dev.steward.backlog.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Right;
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

/// One release: reading and updating it.
@Path("/api/v1/releases/{r}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases")
@SecurityRequirement(name = "oidc")
class ReleaseResource {

    private final ReleaseViewQuery views;
    private final ReleaseLifecycle lifecycle;
    private final MergePatch mergePatch;

    ReleaseResource(ReleaseViewQuery views, ReleaseLifecycle lifecycle, MergePatch mergePatch) {
        this.views = views;
        this.lifecycle = lifecycle;
        this.mergePatch = mergePatch;
    }

    @GET
    @Operation(
            operationId = "getRelease",
            summary = "Get a release",
            description =
                    "The release with its items and their present status. Needs the right"
                            + " READ_BACKLOG.")
    @APIResponseSchema(value = ReleaseView.class, responseDescription = "The release.")
    public Response get(
            @PathParam("r") @Parameter(description = ApiTexts.RELEASE) UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        views.grant(id).requireRead(Right.READ_BACKLOG);
        var view = views.now(id);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateRelease",
            summary = "Update a planned release",
            description =
                    "Changes the fields that the body names (JSON merge patch); `itemIds` replaces"
                            + " the list of items. Only while the release is PLANNED (409 otherwise)."
                            + " Send the `ETag` that you have seen as `If-Match` (428 without it, 412"
                            + " when somebody changed it meanwhile). Needs the right ROADMAP.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ReleaseFields.class)))
    @APIResponseSchema(value = ReleaseView.class, responseDescription = "The release as it is now.")
    public Response patch(
            @PathParam("r") @Parameter(description = ApiTexts.RELEASE) UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var grant = views.grant(id).require(Right.ROADMAP);
        var patch = body.read();
        return Representation.changed(
                IfMatch.required(ifMatch),
                condition ->
                        views.view(
                                lifecycle.update(
                                        grant, id, condition, now -> mergePatch.apply(patch, now))),
                () -> views.now(id));
    }
}

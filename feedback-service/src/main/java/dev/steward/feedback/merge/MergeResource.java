package dev.steward.feedback.merge;

import dev.steward.feedback.entry.FeedbackAccess;
import dev.steward.feedback.entry.FeedbackNotFound;
import dev.steward.feedback.entry.FeedbackView;
import dev.steward.feedback.entry.FeedbackViews;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The HTTP door to merging.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Feedback")
@SecurityRequirement(name = "oidc")
class MergeResource {

    /// What an entry becomes part of.
    @Schema(name = "FeedbackMerge")
    record Merge(
            @Schema(
                            description = "The id of an entry of the same product.",
                            examples = "01981b5e-0000-7000-8000-000000000020")
                    @NotNull
                    UUID into) {}

    private final FeedbackAccess feedbackAccess;
    private final FeedbackMerging merging;
    private final FeedbackViews views;
    private final Idempotent idempotent;

    MergeResource(
            FeedbackAccess feedbackAccess,
            FeedbackMerging merging,
            FeedbackViews views,
            Idempotent idempotent) {
        this.feedbackAccess = feedbackAccess;
        this.merging = merging;
        this.views = views;
        this.idempotent = idempotent;
    }

    @POST
    @Path("/feedback/{f}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeFeedback",
            summary = "Merge an entry into another one that asks for the same",
            description =
                    "Everybody who asked in either counts for the items of both and is told with them; nothing moves, so "
                            + "unmerging loses nobody. Votes for the merged entry are answered with where it went.")
    @APIResponse(
            responseCode = "200",
            description = "The entry, now MERGED; also when it was so before.",
            content = @Content(schema = @Schema(implementation = FeedbackView.class)))
    public Response merge(@PathParam("f") UUID id, @NotNull Body<Merge> body) {
        var grant = grantTo(id);
        var merge = body.read();
        if (!grantTo(merge.into()).productId().equals(grant.productId())) {
            throw new FeedbackNotFound();
        }
        return idempotent.once(() -> {
            merging.merge(grant, id, merge.into());
            return answer(id);
        });
    }

    @POST
    @Path("/feedback/{f}/unmerge")
    @Operation(
            operationId = "unmergeFeedback",
            summary = "Let a merged entry stand for itself again",
            description = "With its own votes and links, and with what was merged into it.")
    @APIResponse(
            responseCode = "200",
            description = "The entry, back where its own links put it.",
            content = @Content(schema = @Schema(implementation = FeedbackView.class)))
    public Response unmerge(@PathParam("f") UUID id) {
        var grant = grantTo(id);
        return idempotent.once(() -> {
            merging.unmerge(grant, id);
            return answer(id);
        });
    }

    private Grant grantTo(UUID feedback) {
        return feedbackAccess.grantTo(feedback).toDo(Right.TRIAGE_FEEDBACK);
    }

    private Response answer(UUID id) {
        var caller = feedbackAccess.require(id).caller();
        var view = views.find(id, caller).orElseThrow(FeedbackNotFound::new);
        return Representation.ok(Representation.etag(view.version(), view), view);
    }
}

package dev.steward.feedback.merge;

import dev.steward.feedback.entry.FeedbackAccess;
import dev.steward.feedback.entry.FeedbackNotFound;
import dev.steward.feedback.entry.FeedbackView;
import dev.steward.feedback.entry.FeedbackViews;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// HTTP API of merging.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Feedback")
@SecurityRequirement(name = "oidc")
class MergeResource {

    /// The entry to merge into.
    @Schema(name = "FeedbackMerge")
    record Merge(
            @Schema(
                            description =
                                    "Id of another entry of the same product, which is not merged itself.",
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
            summary = "Merge a feedback entry into another one",
            description =
                    """
                    For two entries that ask for the same. Everybody who asked in either counts for the \
                    items of both and is told together with the others. Votes and links stay with their own \
                    entry, so that unmerging loses nothing; new votes for the merged entry are refused and \
                    the answer names the other one. Needs the right TRIAGE_FEEDBACK.\
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The entry, which is MERGED now or was before.",
            content = @Content(schema = @Schema(implementation = FeedbackView.class)))
    public Response merge(
            @Parameter(description = "Id of the feedback entry.") @PathParam("f") UUID id,
            @NotNull Body<Merge> body) {
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
            summary = "Undo the merge of a feedback entry",
            description =
                    "The entry stands for itself again, with its own votes and links and with the entries "
                            + "that were merged into it. Needs the right TRIAGE_FEEDBACK.")
    @APIResponse(
            responseCode = "200",
            description = "The entry, with the status that follows from its own links.",
            content = @Content(schema = @Schema(implementation = FeedbackView.class)))
    public Response unmerge(
            @Parameter(description = "Id of the feedback entry.") @PathParam("f") UUID id) {
        var grant = grantTo(id);
        return idempotent.once(() -> {
            merging.unmerge(grant, id);
            return answer(id);
        });
    }

    private Grant grantTo(UUID feedback) {
        return feedbackAccess.grantTo(feedback).require(Right.TRIAGE_FEEDBACK);
    }

    private Response answer(UUID id) {
        var caller = feedbackAccess.require(id);
        var view = views.find(id, caller).orElseThrow(FeedbackNotFound::new);
        return Representation.ok(Representation.etag(view.version(), view), view);
    }
}

package dev.steward.feedback.promotion;

import dev.steward.feedback.entry.FeedbackAccess;
import dev.steward.feedback.item.Items;
import dev.steward.feedback.link.LinkView;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.request.WrittenVersions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// HTTP API of promotion.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Feedback")
@SecurityRequirement(name = "oidc")
class PromotionResource {

    private final FeedbackAccess feedbackAccess;
    private final Items items;
    private final FeedbackPromotion feedbackPromotion;
    private final WrittenVersions written;
    private final Idempotent idempotent;

    PromotionResource(
            FeedbackAccess feedbackAccess,
            Items items,
            FeedbackPromotion feedbackPromotion,
            WrittenVersions written,
            Idempotent idempotent) {
        this.feedbackAccess = feedbackAccess;
        this.items = items;
        this.feedbackPromotion = feedbackPromotion;
        this.written = written;
        this.idempotent = idempotent;
    }

    @POST
    @Path("/feedback/{f}/promotion")
    @Operation(
            operationId = "promoteFeedback",
            summary = "Create an item from a feedback entry",
            description =
                    """
                    The item is requested from the backlog and comes last in its order; the entry is linked \
                    to it with the kind SOLVES at once. `Location` is where the item will be: send the \
                    `Steward-Version` of this answer as `Steward-After` to wait for it, otherwise it is not \
                    found for a moment. The text of the entry is not copied, because every member of the \
                    product can read an item; send a `description` instead. An entry is promoted once: the \
                    same request again answers with the same item and changes nothing, even when the entry \
                    was merged, the link removed or the item dropped since. A declined, spam or merged entry is \
                    refused. Needs the rights TRIAGE_FEEDBACK and CREATE_ITEM.\
                    """)
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = NewPromotion.class)))
    @APIResponse(
            responseCode = "202",
            description = "The item is requested, now or earlier; `Location` is where it will be.",
            content = @Content(schema = @Schema(implementation = PromotionView.class)))
    public Response promote(
            @Parameter(description = "Id of the feedback entry.") @PathParam("f") UUID feedback,
            Body<NewPromotion> body) {
        var grant =
                feedbackAccess
                        .grantTo(feedback)
                        .require(Right.TRIAGE_FEEDBACK)
                        .require(Right.CREATE_ITEM);
        var promotion = body.readIfGiven().orElse(NewPromotion.DEFAULTS);
        return idempotent.once(
                () -> answer(feedback, feedbackPromotion.promote(grant, feedback, promotion)));
    }

    /// With the version of the request, so that the caller can wait for the item, also when
    /// repeating the request.
    private Response answer(UUID feedback, FeedbackPromotion.Promoted promoted) {
        var item = promoted.itemId();
        written.add(Promotion.AGGREGATE, item, Promotion.VERSION);
        var link =
                promoted.link()
                        .map(linked -> LinkView.of(linked, items.reference(item)))
                        .orElse(null);
        return Response.accepted(new PromotionView(item, feedback, link))
                .location(URI.create("/api/v1/items/" + item))
                .build();
    }
}

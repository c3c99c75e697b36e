package dev.steward.feedback.promotion;

import dev.steward.feedback.entry.FeedbackAccess;
import dev.steward.feedback.item.Items;
import dev.steward.feedback.link.LinkView;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.WrittenVersions;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The HTTP door to promotion.
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
            summary = "Make an item of what an entry asks for",
            description =
                    """
                    Needs TRIAGE_FEEDBACK, and CREATE_ITEM as any other way of making an item: whoever may not make one \
                    does not make it of an entry either. The entry is linked to it as SOLVES at once, so its voices \
                    count; a closed entry answers as it answers a link. The item comes last in the backlog a moment \
                    later: a request for `Location` with this answer's `Steward-Version` as `Steward-After` (the \
                    gateway adds it) waits for it, any other finds nothing until then. The entry's text \
                    stays where it is: an item is read by every member of the product, so its description is what \
                    `description` says, and none without. An entry is promoted once: again answers with the same item and changes nothing, also when \
                    the entry was merged, the link removed or the item dropped since. An entry that was merged away \
                    unpromoted is refused; one that others were merged into is promoted for itself.\
                    """)
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = NewPromotion.class)))
    @APIResponse(
            responseCode = "202",
            description = "The item is asked for, now or before; `Location` is where it will be.",
            content = @Content(schema = @Schema(implementation = PromotionView.class)))
    public Response promote(@PathParam("f") UUID feedback, Body<NewPromotion> body) {
        var grant =
                feedbackAccess
                        .grantTo(feedback)
                        .toDo(Right.TRIAGE_FEEDBACK)
                        .toDo(Right.CREATE_ITEM);
        var promotion = body.readIfGiven().orElse(NewPromotion.DEFAULTS);
        return idempotent.once(
                () -> answer(feedback, feedbackPromotion.promote(grant, feedback, promotion)));
    }

    /// Also whoever repeats the request waits for the item, not for nothing.
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

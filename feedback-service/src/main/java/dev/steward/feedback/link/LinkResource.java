package dev.steward.feedback.link;

import dev.steward.feedback.entry.FeedbackAccess;
import dev.steward.feedback.item.Item;
import dev.steward.feedback.item.ItemNotFound;
import dev.steward.feedback.item.ItemReference;
import dev.steward.feedback.item.Items;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of links.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Links")
@SecurityRequirement(name = "oidc")
class LinkResource {

    private static final String NEW =
            """
            {"itemId": "SHOP-142", "kind": "SOLVES", "importance": 2}
            """;
    private static final String LINKED =
            """
            {"id": "01981b5e-0000-7000-8000-000000000022", "version": 1,
             "feedbackId": "01981b5e-0000-7000-8000-000000000020",
             "item": {"id": "01981b5e-0000-7000-8000-000000000001", "key": "SHOP-142", "title": "Filter by tag"},
             "kind": "SOLVES", "importance": 2, "feedbackStatus": "LINKED", "result": "CREATED"}
            """;
    private static final String ONE =
            """
            {"id": "01981b5e-0000-7000-8000-000000000022", "version": 1,
             "feedbackId": "01981b5e-0000-7000-8000-000000000020",
             "item": {"id": "01981b5e-0000-7000-8000-000000000001", "key": "SHOP-142", "title": "Filter by tag"},
             "kind": "SOLVES", "importance": 2}
            """;

    private final FeedbackAccess feedbackAccess;
    private final Items items;
    private final Links links;
    private final FeedbackLinking linking;
    private final Idempotent idempotent;

    LinkResource(
            FeedbackAccess feedbackAccess,
            Items items,
            Links links,
            FeedbackLinking linking,
            Idempotent idempotent) {
        this.feedbackAccess = feedbackAccess;
        this.items = items;
        this.links = links;
        this.linking = linking;
        this.idempotent = idempotent;
    }

    @POST
    @Path("/feedback/{f}/links")
    @Operation(
            operationId = "createLink",
            summary = "Link a feedback entry to an item",
            description =
                    """
                    With the kind SOLVES, everybody who submitted the entry or voted for it counts in the \
                    demand of the item. Linking the same two again updates the link: 200, with UPDATED or \
                    UNCHANGED in `result`. A declined, spam or merged entry is refused. Needs the right \
                    TRIAGE_FEEDBACK.\
                    """)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewLink.class),
                            examples = @ExampleObject(name = "solves", value = NEW)))
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content =
                    @Content(
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "linked", value = LINKED)))
    @APIResponse(
            responseCode = "200",
            description = "The entry was linked to the item before: UPDATED or UNCHANGED.",
            content =
                    @Content(
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "updated", value = LINKED)))
    public Response create(
            @Parameter(description = "Id of the feedback entry.") @PathParam("f") UUID feedback,
            @NotNull Body<NewLink> body) {
        var grant = feedbackAccess.grantTo(feedback).require(Right.TRIAGE_FEEDBACK);
        var link = body.read();
        var item = itemOf(grant, link.itemId());
        return idempotent.once(() -> answer(linking.link(grant, feedback, item.id(), link), item));
    }

    @GET
    @Path("/feedback/{f}/links/{l}")
    @Operation(
            operationId = "getLink",
            summary = "Get a link",
            description =
                    "The link between a feedback entry and an item. A removed link is not found.")
    @APIResponse(
            responseCode = "200",
            description = "The link.",
            content =
                    @Content(
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "link", value = ONE)))
    public Response get(
            @Parameter(description = "Id of the feedback entry.") @PathParam("f") UUID feedback,
            @Parameter(description = "Id of the link.") @PathParam("l") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        feedbackAccess.grantTo(feedback);
        var link = links.get(feedback, id);
        var view = LinkView.of(link, items.reference(link.itemId()));
        return Representation.read(ifNoneMatch, Representation.etag(link.version()), view);
    }

    @DELETE
    @Path("/feedback/{f}/links/{l}")
    @Operation(
            operationId = "deleteLink",
            summary = "Delete a link",
            description =
                    "The people who ask in the entry no longer count in the demand of the item, and the "
                            + "status of the entry is determined anew. Needs the right TRIAGE_FEEDBACK.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public Response delete(
            @Parameter(description = "Id of the feedback entry.") @PathParam("f") UUID feedback,
            @Parameter(description = "Id of the link.") @PathParam("l") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = feedbackAccess.grantTo(feedback).require(Right.TRIAGE_FEEDBACK);
        linking.unlink(grant, feedback, id, IfMatch.required(ifMatch));
        return Response.noContent().build();
    }

    private Item itemOf(Grant grant, String id) {
        var item = items.get(id);
        if (!item.productId().equals(grant.productId())) {
            throw new ItemNotFound();
        }
        return item;
    }

    private static Response answer(FeedbackLinking.Linked linked, Item item) {
        var view = LinkView.of(linked, ItemReference.of(item));
        var etag = Representation.etag(view.version());
        var uri = URI.create("/api/v1/feedback/" + view.feedbackId() + "/links/" + view.id());
        return linked.result() == FeedbackLinking.Result.CREATED
                ? Representation.created(uri, etag, view)
                : Representation.ok(etag, view);
    }
}

package dev.steward.feedback.entry;

import dev.steward.feedback.source.Scope;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.feedback.source.caller.ApiCallers;
import dev.steward.feedback.source.caller.SourceKeyAllowed;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of reading feedback.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Feedback")
class FeedbackResource {

    private static final String ONE =
            """
            {"id": "01981b5e-0000-7000-8000-000000000020", "version": 1,
             "source": {"id": "01981b5e-0000-7000-8000-000000000010", "name": "Help desk"}, "externalId": "mastodon#158",
             "title": "Block tags", "text": "As a user I would like to block certain tags.", "kind": "IDEA",
             "attributes": {"plan": "pro"}, "status": "LINKED", "submittedAt": "2026-01-15T09:30:00Z",
             "contact": {"id": "01981b5e-0000-7000-8000-000000000021", "name": "Ada Byron"}, "voteCount": 5,
             "links": [{"id": "01981b5e-0000-7000-8000-000000000022", "kind": "SOLVES", "importance": 2,
               "item": {"id": "01981b5e-0000-7000-8000-000000000001", "key": "SHOP-142", "title": "Filter by tag"}}],
             "solvedBy": [{"key": "SHOP-142", "release": null}]}
            """;
    private static final String PAGE =
            """
            {"items": [{"id": "01981b5e-0000-7000-8000-000000000020", "version": 1,
             "source": {"id": "01981b5e-0000-7000-8000-000000000010", "name": "Help desk"}, "externalId": "mastodon#158",
             "title": "Block tags", "kind": "IDEA", "status": "NEW", "submittedAt": "2026-01-15T09:30:00Z",
             "voteCount": 5}], "page": {"limit": 50}}
            """;

    /// Names the schema of a page of feedback.
    @Schema(name = "FeedbackPage")
    private record FeedbackPage(
            @Schema(description = "The entries of this page, newest first.")
                    List<FeedbackView> items,
            @Schema(description = "Size of this page and the cursor of the next one.")
                    Page.Info page) {}

    private final ApiCallers callers;
    private final FeedbackAccess feedbackAccess;
    private final FeedbackViews views;

    FeedbackResource(ApiCallers callers, FeedbackAccess feedbackAccess, FeedbackViews views) {
        this.callers = callers;
        this.feedbackAccess = feedbackAccess;
        this.views = views;
    }

    @GET
    @Path("/products/{p}/feedback")
    @SourceKeyAllowed
    @SecurityRequirement(name = "oidc")
    @SecurityRequirement(name = "sourceKey")
    @Operation(
            operationId = "listFeedback",
            summary = "List feedback",
            description =
                    """
                    Newest first. Members see all entries, a stakeholder those that they submitted, and a \
                    source key with the scope `feedback:read` those of its source. Text, url, attributes and \
                    links are null here; get the single entry for them.\
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The entries, newest first.",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedbackPage.class),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Response list(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @BeanParam @Valid FeedbackFilter filter,
            @BeanParam @Valid PageQuery page,
            @Context UriInfo uri) {
        var caller = callers.to(product);
        mayRead(caller);
        var query = "feedback " + caller.productId() + filter;
        return new SizeLimitedPage<FeedbackView>(
                        (cursor, limit) ->
                                views.page(
                                        filter.queryFor(caller, before(query, cursor)),
                                        caller,
                                        limit),
                        FeedbackView::bytes,
                        row -> Cursor.encode(query, List.of(row.id().toString())))
                .page(page)
                .map(row -> row.shownTo(caller))
                .response(uri);
    }

    private static @Nullable UUID before(String query, @Nullable String cursor) {
        var position = Cursor.decode(query, cursor, 1);
        return position == null ? null : Cursor.key(position.getFirst(), UUID::fromString);
    }

    @GET
    @Path("/feedback/{f}")
    @SourceKeyAllowed
    @SecurityRequirement(name = "oidc")
    @SecurityRequirement(name = "sourceKey")
    @Operation(
            operationId = "getFeedback",
            summary = "Get a feedback entry",
            description =
                    """
                    Members see all of it; a stakeholder sees the entries that they submitted. A source key \
                    with the scope `feedback:read` sees the entries of its source: what the source sent, the \
                    status with its reason, and the keys and releases of the items that solve the entry.\
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content =
                    @Content(
                            schema = @Schema(implementation = FeedbackView.class),
                            examples = @ExampleObject(name = "entry", value = ONE)))
    public Response get(
            @Parameter(description = "Id of the feedback entry.") @PathParam("f") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var caller = feedbackAccess.require(id);
        mayRead(caller);
        var view = views.find(id, caller).orElseThrow(FeedbackNotFound::new);
        return Representation.read(ifNoneMatch, Representation.etag(view.version(), view), view);
    }

    private static void mayRead(ApiCaller caller) {
        switch (caller) {
            case ApiCaller.Member member -> member.grant().requireReadOwn(Right.READ_FEEDBACK);
            case ApiCaller.Key key -> key.require(Right.READ_FEEDBACK, Scope.FEEDBACK_READ);
        }
    }
}

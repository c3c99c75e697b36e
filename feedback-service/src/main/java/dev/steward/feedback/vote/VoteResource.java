package dev.steward.feedback.vote;

import dev.steward.feedback.entry.FeedbackAccess;
import dev.steward.feedback.source.Scope;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.feedback.source.caller.SourceKeyAllowed;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/// HTTP API of votes.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Votes")
class VoteResource {

    private static final String NEW =
            """
            {"importance": 2, "quote": "We would switch for this."}
            """;
    private static final String COUNTED =
            """
            {"id": "01981b5e-0000-7000-8000-000000000030", "version": 1,
             "feedbackId": "01981b5e-0000-7000-8000-000000000020", "contactId": "01981b5e-0000-7000-8000-000000000021",
             "importance": 2, "quote": "We would switch for this.", "votedAt": "2026-01-15T09:30:00Z",
             "withdrawn": false, "recordedBy": "dana", "result": "CREATED"}
            """;
    private static final String ONE =
            """
            {"id": "01981b5e-0000-7000-8000-000000000030", "version": 1,
             "feedbackId": "01981b5e-0000-7000-8000-000000000020", "contactId": "01981b5e-0000-7000-8000-000000000021",
             "importance": 2, "quote": "We would switch for this.", "votedAt": "2026-01-15T09:30:00Z",
             "withdrawn": false, "recordedBy": "dana"}
            """;

    private final FeedbackAccess feedbackAccess;
    private final VoteCasting voteCasting;
    private final Votes votes;
    private final Idempotent idempotent;

    VoteResource(
            FeedbackAccess feedbackAccess,
            VoteCasting voteCasting,
            Votes votes,
            Idempotent idempotent) {
        this.feedbackAccess = feedbackAccess;
        this.voteCasting = voteCasting;
        this.votes = votes;
        this.idempotent = idempotent;
    }

    @POST
    @Path("/feedback/{f}/votes")
    @SourceKeyAllowed
    @SecurityRequirement(name = "oidc")
    @SecurityRequirement(name = "sourceKey")
    @Operation(
            operationId = "castVote",
            summary = "Vote for a feedback entry",
            description =
                    """
                    For oneself, or on behalf of somebody else. A person has one vote per entry: a second \
                    one updates it (absent fields stay), and `withdrawn` takes it back. Only the voter, \
                    whoever submitted the vote, and members with the right TRIAGE_FEEDBACK can change a \
                    vote. Naming a company that is not known yet needs the right CUSTOMERS. A source key \
                    needs the scope `feedback:write`.\
                    """)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewVote.class),
                            examples = @ExampleObject(name = "own vote", value = NEW)))
    @APIResponse(
            responseCode = "201",
            description = "Created: the person's first vote for this entry.",
            content =
                    @Content(
                            schema = @Schema(implementation = VoteView.class),
                            examples = @ExampleObject(name = "cast", value = COUNTED)))
    @APIResponse(
            responseCode = "200",
            description = "The person had voted before: UPDATED or UNCHANGED.",
            content =
                    @Content(
                            schema = @Schema(implementation = VoteView.class),
                            examples = @ExampleObject(name = "updated", value = COUNTED)))
    public Response vote(
            @Parameter(description = "Id of the feedback entry.") @PathParam("f") UUID feedback,
            @NotNull Body<NewVote> body) {
        var caller = feedbackAccess.require(feedback);
        caller.require(Right.SUBMIT_FEEDBACK, Scope.FEEDBACK_WRITE);
        var vote = body.read();
        return idempotent.once(() -> answer(voteCasting.cast(feedback, vote, caller), caller));
    }

    @GET
    @Path("/feedback/{f}/votes/{v}")
    @SourceKeyAllowed
    @SecurityRequirement(name = "oidc")
    @SecurityRequirement(name = "sourceKey")
    @Operation(
            operationId = "getVote",
            summary = "Get a vote",
            description =
                    "Also when it was withdrawn. A source key with the scope `feedback:read` gets the votes "
                            + "that its source submitted.")
    @APIResponse(
            responseCode = "200",
            description = "The vote.",
            content =
                    @Content(
                            schema = @Schema(implementation = VoteView.class),
                            examples = @ExampleObject(name = "vote", value = ONE)))
    public Response get(
            @Parameter(description = "Id of the feedback entry.") @PathParam("f") UUID feedback,
            @Parameter(description = "Id of the vote.") @PathParam("v") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var caller = feedbackAccess.require(feedback);
        if (caller instanceof ApiCaller.Key key) {
            key.require(Right.READ_FEEDBACK, Scope.FEEDBACK_READ);
        }
        var vote =
                votes.findByIdOptional(id)
                        .filter(found -> found.feedbackId().equals(feedback))
                        .filter(found -> mayRead(caller, found))
                        .orElseThrow(VoteNotFound::new);
        var view = vote.view(null).shownTo(caller);
        return Representation.read(ifNoneMatch, Representation.etag(view.version()), view);
    }

    /// A source key may read the votes that its source submitted.
    private static boolean mayRead(ApiCaller caller, Vote vote) {
        return switch (caller) {
            case ApiCaller.Member _ -> true;
            case ApiCaller.Key key -> key.source().actor().equals(vote.recordedBy());
        };
    }

    private static Response answer(VoteCasting.Recorded recorded, ApiCaller caller) {
        var view = recorded.vote().view(recorded.result()).shownTo(caller);
        var etag = Representation.etag(view.version());
        var uri = URI.create("/api/v1/feedback/" + view.feedbackId() + "/votes/" + view.id());
        return recorded.result() == VoteCasting.Result.CREATED
                ? Representation.created(uri, etag, view)
                : Representation.ok(etag, view);
    }
}

package dev.steward.feedback.intake;

import dev.steward.feedback.entry.FeedbackNotFound;
import dev.steward.feedback.entry.FeedbackResult;
import dev.steward.feedback.entry.FeedbackView;
import dev.steward.feedback.entry.FeedbackViews;
import dev.steward.feedback.source.Scope;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.feedback.source.caller.ApiCallers;
import dev.steward.feedback.source.caller.SourceKeyAllowed;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.problem.Invalid;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// HTTP API of submitting feedback.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Feedback")
@SecurityRequirement(name = "oidc")
@SecurityRequirement(name = "sourceKey")
class IntakeResource {

    private static final String ONE =
            """
            {"externalId": "mastodon#158", "title": "Block tags", "text": "I would like to block certain tags.",
             "kind": "IDEA", "attributes": {"plan": "pro"}, "submittedAt": "2026-01-15T09:30:00Z"}
            """;
    private static final String TAKEN =
            """
            {"id": "01981b5e-0000-7000-8000-000000000020", "version": 1,
             "source": {"id": "01981b5e-0000-7000-8000-000000000010", "name": "Help desk"}, "externalId": "mastodon#158",
             "title": "Block tags", "text": "I would like to block certain tags.", "kind": "IDEA",
             "attributes": {"plan": "pro"}, "status": "NEW", "submittedAt": "2026-01-15T09:30:00Z", "voteCount": 0,
             "links": [], "result": "CREATED"}
            """;
    private static final String BATCH =
            """
            {"entries": [
              {"externalId": "mastodon#158", "text": "I would like to block certain tags.", "kind": "IDEA",
               "contact": {"externalId": "u-1", "name": "Ada Byron", "email": "ada@northwind.example",
                 "customerExternalId": "4711", "customer": {"name": "Northwind Rail"}},
               "votes": [{"voter": {"externalId": "u-2"}, "importance": 2, "quote": "Yes, please."}]},
              {"externalId": "mastodon#115", "text": "Show who is a bot."}]}
            """;
    private static final String RECEIPTS =
            """
            {"results": [
              {"externalId": "mastodon#158", "result": "CREATED", "id": "01981b5e-0000-7000-8000-000000000020", "version": 1},
              {"externalId": "mastodon#115", "result": "STALE", "id": "01981b5e-0000-7000-8000-000000000023", "version": 4}]}
            """;

    @Schema(name = "FeedbackReceipts")
    record Receipts(
            @Schema(description = "One result per entry, in the order of the request.")
                    List<Receipt> results) {}

    private final ApiCallers callers;
    private final EntryValidator validator;
    private final FeedbackIntake intake;
    private final FeedbackViews views;
    private final Idempotent idempotent;

    IntakeResource(
            ApiCallers callers,
            EntryValidator validator,
            FeedbackIntake intake,
            FeedbackViews views,
            Idempotent idempotent) {
        this.callers = callers;
        this.validator = validator;
        this.intake = intake;
        this.views = views;
        this.idempotent = idempotent;
    }

    @POST
    @Path("/products/{p}/feedback")
    @SourceKeyAllowed
    @Operation(
            operationId = "submitFeedback",
            summary = "Submit feedback, or update the entry with the same external id",
            description =
                    """
                    201 for a new entry, otherwise 200 with UPDATED, UNCHANGED, STALE or CLOSED in `result`. \
                    What a member submits belongs to the built-in source `direct`. A source key needs the \
                    scope `feedback:write`, and the answer to it is a receipt as in a batch. Naming a \
                    company that is not known yet needs the right CUSTOMERS; a stakeholder cannot name a \
                    company.\
                    """)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewFeedback.class),
                            examples = @ExampleObject(name = "idea", value = ONE)))
    @APIResponse(
            responseCode = "201",
            description = "The entry is new.",
            content =
                    @Content(
                            schema = @Schema(anyOf = {FeedbackView.class, Receipt.class}),
                            examples = @ExampleObject(name = "new", value = TAKEN)))
    @APIResponse(
            responseCode = "200",
            description = "The entry is known: UPDATED, UNCHANGED, STALE or CLOSED.",
            content =
                    @Content(
                            schema = @Schema(anyOf = {FeedbackView.class, Receipt.class}),
                            examples = @ExampleObject(name = "known", value = TAKEN)))
    public Response submit(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @NotNull Body<NewFeedback> body) {
        var caller = visitorTo(product);
        var entry = body.read();
        return idempotent.once(() -> {
            return answer(intake.receiveOne(caller, validator.validate(entry, caller)), caller);
        });
    }

    @POST
    @Path("/products/{p}/feedback/batch")
    @SourceKeyAllowed
    @Operation(
            operationId = "submitFeedbackBatch",
            summary = "Submit up to 500 feedback entries",
            description =
                    """
                    With up to 5,000 votes in all of them together; more are refused with 422. Entries with \
                    an external id are updated when they are known, so a batch can be sent again at any \
                    time. The answer is always 200 with one result per entry. By default nothing is written \
                    when one entry is REFUSED; see `atomic`.\
                    """)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewFeedbackBatch.class),
                            examples = @ExampleObject(name = "two", value = BATCH)))
    @APIResponse(
            responseCode = "200",
            description = "One result per entry, in the order of the request.",
            content =
                    @Content(
                            schema = @Schema(implementation = Receipts.class),
                            examples = @ExampleObject(name = "two", value = RECEIPTS)))
    public Response submitBatch(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @QueryParam("atomic")
                    @DefaultValue("true")
                    @Parameter(
                            description =
                                    "`true`: when one entry is refused, none is written. `false`: each valid entry is written. Default: true.")
                    boolean atomic,
            @NotNull Body<NewFeedbackBatch> body) {
        var caller = visitorTo(product);
        var batch = body.read();
        batch.checkVotes();
        var submitted =
                batch.entries().stream().map(entry -> validator.parse(entry, caller)).toList();
        return idempotent.once(() -> {
            var receipts =
                    intake.receive(caller, submitted, atomic).stream()
                            .map(receipt -> receipt.shownTo(caller))
                            .toList();
            return Response.ok(new Receipts(receipts)).build();
        });
    }

    private ApiCaller visitorTo(String product) {
        var caller = callers.to(product);
        caller.require(Right.SUBMIT_FEEDBACK, Scope.FEEDBACK_WRITE);
        return caller;
    }

    private Response answer(Receipt receipt, ApiCaller caller) {
        if (receipt.errors() != null) {
            throw new Invalid(receipt.errors());
        }
        var id = Objects.requireNonNull(receipt.id(), "an entry that is not refused has an id");
        var uri = URI.create("/api/v1/feedback/" + id);
        return switch (caller) {
            case ApiCaller.Key _ -> receipt(receipt, uri, caller);
            case ApiCaller.Member _ -> entry(receipt, uri, caller);
        };
    }

    private Response entry(Receipt receipt, URI uri, ApiCaller caller) {
        var view =
                views.find(Objects.requireNonNull(receipt.id()), caller)
                        .orElseThrow(FeedbackNotFound::new)
                        .withResult(receipt.result());
        var etag = Representation.etag(view.version());
        return receipt.result() == FeedbackResult.CREATED
                ? Representation.created(uri, etag, view)
                : Representation.ok(etag, view);
    }

    /// A source key gets the same receipt as in a batch; the status of the entry it can read where
    /// it has the scope.
    private static Response receipt(Receipt receipt, URI uri, ApiCaller caller) {
        var shown = receipt.shownTo(caller);
        return receipt.result() == FeedbackResult.CREATED
                ? Response.created(uri).entity(shown).build()
                : Response.ok(shown).build();
    }
}

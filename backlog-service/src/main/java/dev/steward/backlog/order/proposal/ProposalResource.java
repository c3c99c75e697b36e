package dev.steward.backlog.order.proposal;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.job.JobResource;
import dev.steward.backlog.job.JobView;
import dev.steward.backlog.order.OrderOutcome;
import dev.steward.backlog.order.PositionParameter;
import dev.steward.backlog.order.Reorder;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.PageQuery;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The order proposed by scores.
@Path("/api/v1/products/{p}/order/proposal")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order", description = "The order of the backlog, pins and proposals.")
@SecurityRequirement(name = "oidc")
class ProposalResource {

    private final Access access;
    private final Idempotent idempotent;
    private final ProposalQuery proposalQuery;
    private final Proposals proposals;
    private final ProposalExecutor executor;
    private final Instance<RoutingContext> request;
    private final People people;

    ProposalResource(
            Access access,
            Idempotent idempotent,
            ProposalQuery proposalQuery,
            Proposals proposals,
            ProposalExecutor executor,
            Instance<RoutingContext> request,
            People people) {
        this.access = access;
        this.idempotent = idempotent;
        this.proposalQuery = proposalQuery;
        this.proposals = proposals;
        this.executor = executor;
        this.request = request;
        this.people = people;
    }

    @Schema(name = "OrderProposalApplication")
    record Application(
            @Schema(
                            description =
                                    "The `orderVersion` of the proposal that you have seen. When"
                                            + " the order has changed since, the answer is 409"
                                            + " `order-moved`.")
                    @NotNull
                    Long orderVersion,
            @Schema(
                            description =
                                    "Why the proposal is applied, at most 1,000 characters. Kept in"
                                            + " the order's history.")
                    @Nullable
                    @Size(max = Reorder.MAX_REASON_LENGTH)
                    String reason) {}

    @GET
    @Operation(
            operationId = "getOrderProposal",
            summary = "Get the order proposed by scores",
            description =
                    """
                    Compares the present order with the order by score, highest first, and lists the moves that lead from one to the other.
                    Nothing is changed. Items of which less than half of the model's inputs are known stay at their position; active pins
                    are kept, and 422 `contradicting-pins` names pins that no order can keep together.

                    `moves` is a page, and `cursor` leads to the next one; the other lists show their first `limit` entries, `counts` has
                    the full numbers. Each instance computes two proposals at a time: otherwise 503 `too-many-proposals` with `Retry-After`.
                    Needs the right READ_BACKLOG.
                    """)
    @APIResponseSchema(value = ProposalView.class, responseDescription = "The proposal.")
    public Response read(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @Valid @BeanParam PageQuery page,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).requireRead(Right.READ_BACKLOG);
        var query = "proposal of " + grant.productId();
        var keys = Cursor.decode(query, page.cursor, 1);
        var behind = keys == null ? 0 : Cursor.key(keys.getFirst(), ProposalResource::place);
        var movePage = new ProposalQuery.MovePage(behind, page.limit);
        var view =
                executor.compute(
                        () -> proposalQuery.read(grant, movePage, query),
                        stop -> request.get().addEndHandler(_ -> stop.run()));
        return Representation.read(
                ifNoneMatch, Representation.etag(view.orderVersion(), view), view);
    }

    @POST
    @Path("apply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "applyOrderProposal",
            summary = "Apply the order proposed by scores",
            description =
                    """
                    Computes the proposal again and makes it the order, as a whole. 409 `order-moved` when the order has changed since the
                    `orderVersion` you sent. `moved` lists at most the first 10,000 items.

                    With more than 5,000 items it becomes a job: 202 with its `Location`. Readers see the new order all at once; until the
                    job ends, moves answer 409 `order-busy` with `Retry-After`. Needs the right PRIORITISE.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The version of the order and the items whose place changed, by rank.",
            content = @Content(schema = @Schema(implementation = OrderOutcome.class)))
    @APIResponse(
            responseCode = "202",
            description = "There are more than 5,000 items: a job was created and is PENDING.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response apply(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @QueryParam("include") @Parameter(description = PositionParameter.TEXT)
                    @Nullable String include,
            @NotNull Body<Application> body) {
        var grant = access.to(product).require(Right.PRIORITISE);
        var application = body.read();
        var wanted =
                new Proposals.Application(
                        application.orderVersion(),
                        application.reason(),
                        PositionParameter.isIn(include));
        return idempotent.once(() -> answer(grant, proposals.apply(grant, wanted)));
    }

    private Response answer(Grant grant, Proposals.Applied applied) {
        return switch (applied) {
            case Proposals.Done(var outcome) ->
                    Representation.ok(Representation.etag(outcome.orderVersion()), outcome);
            case Proposals.Accepted(var job) ->
                    JobResource.accepted(JobView.of(job, people.of(grant.by().actor())));
        };
    }

    private static int place(String text) {
        var place = Integer.parseInt(text);
        if (place < 0) {
            throw new NumberFormatException(text);
        }
        return place;
    }
}

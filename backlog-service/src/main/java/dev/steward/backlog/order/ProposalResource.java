package dev.steward.backlog.order;

import dev.steward.backlog.job.JobResource;
import dev.steward.backlog.job.JobView;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.PageQuery;
import dev.steward.platform.web.Representation;
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

/// The order that scores advise.
@Path("/api/v1/products/{p}/order/proposal")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Order")
@SecurityRequirement(name = "oidc")
class ProposalResource {

    private final Access access;
    private final Idempotent idempotent;
    private final ProposalQuery reading;
    private final Proposals proposals;
    private final ProposalExecutor executor;
    private final Instance<RoutingContext> request;
    private final People people;

    ProposalResource(
            Access access,
            Idempotent idempotent,
            ProposalQuery reading,
            Proposals proposals,
            ProposalExecutor executor,
            Instance<RoutingContext> request,
            People people) {
        this.access = access;
        this.idempotent = idempotent;
        this.reading = reading;
        this.proposals = proposals;
        this.executor = executor;
        this.request = request;
        this.people = people;
    }

    /// @param orderVersion of the proposal that the caller looked at
    @Schema(name = "OrderProposalApplication")
    record Application(
            @NotNull Long orderVersion,
            @Nullable @Size(max = OrderRequest.MAX_REASON_LENGTH) String reason) {}

    @GET
    @Operation(
            operationId = "getOrderProposal",
            summary = "An order by the active model's score, as a difference from the one that is",
            description =
                    """
                    Items of which less than half of the model's inputs are known stay where they are; pins are kept, and
                    contradicting ones are a 422 `contradicting-pins` that names them. `undoes` lists what people moved by
                    hand in the last 30 days and this would reverse, with who and why. `moves` is a page, `cursor` leads to the
                    next one; of the other lists the first `limit` rows are shown; `counts` counts them all. Two proposals are
                    computed at a time: 503 `too-many-proposals` with `Retry-After` for a third.
                    """)
    @APIResponseSchema(value = ProposalView.class, responseDescription = "The difference.")
    public Response read(
            @PathParam("p") String product,
            @Valid @BeanParam PageQuery page,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).toRead(Right.READ_BACKLOG);
        var query = "proposal of " + grant.productId();
        var keys = Cursor.decode(query, page.cursor, 1);
        var behind = keys == null ? 0 : Cursor.key(keys.getFirst(), ProposalResource::place);
        var wanted = new ProposalQuery.MovePage(behind, page.limit);
        var view =
                executor.compute(
                        () -> reading.read(grant, wanted, query),
                        stop -> request.get().addEndHandler(_ -> stop.run()));
        return Representation.read(
                ifNoneMatch, Representation.etag(view.orderVersion(), view), view);
    }

    @POST
    @Path("apply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "applyOrderProposal",
            summary = "Make the proposed order the order",
            description =
                    """
                    Computes the proposal anew and applies it as a whole. Answers 409 `order-moved` when the order has
                    changed since the `orderVersion` given. `moved` lists what changed places, at most the first 10,000.
                    Above 5,000 items it becomes a job: 202 with its `Location`; readers see the new order all at once,
                    and until the job ends whoever moves something gets 409 `order-busy` with `Retry-After`.
                    Needs the right PRIORITISE.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The order's version now, and what stands elsewhere, by rank.",
            content = @Content(schema = @Schema(implementation = ItemMoving.Outcome.class)))
    @APIResponse(
            responseCode = "202",
            description = "There are more than 5,000 items: the job is PENDING.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response apply(
            @PathParam("p") String product,
            @QueryParam("include") @Parameter(description = OrderResource.INCLUDE)
                    @Nullable String include,
            @NotNull Body<Application> body) {
        var grant = access.to(product).toDo(Right.PRIORITISE);
        var application = body.read();
        var wanted =
                new Proposals.Application(
                        application.orderVersion(),
                        application.reason(),
                        OrderResource.includesPosition(include));
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

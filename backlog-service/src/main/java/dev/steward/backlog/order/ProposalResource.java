package dev.steward.backlog.order;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    private final ProposalReading reading;
    private final Proposals proposals;

    ProposalResource(
            Access access, Idempotent idempotent, ProposalReading reading, Proposals proposals) {
        this.access = access;
        this.idempotent = idempotent;
        this.reading = reading;
        this.proposals = proposals;
    }

    /// @param orderVersion of the proposal that the caller looked at
    @Schema(name = "OrderProposalApplication")
    record Application(
            @NotNull Long orderVersion,
            @Nullable @Size(max = OrderRequest.LONGEST_REASON) String reason) {}

    @GET
    @Operation(
            operationId = "getOrderProposal",
            summary = "An order by the active model's score, as a difference from the one that is",
            description =
                    """
                    Items of which less than half of the model's inputs are known stay where they are; pins are kept, and
                    contradicting ones are a 422 `contradicting-pins` that names them. `undoes` lists what people moved by
                    hand in the last 30 days and this would reverse, with who and why. Each list shows at most `limit` rows;
                    `counts` counts them all.
                    """)
    @APIResponseSchema(value = ProposalView.class, responseDescription = "The difference.")
    public Response read(
            @PathParam("p") String product,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(500)
                    @Parameter(description = "Rows of each list, 1 to 500.")
                    int limit,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).toRead(Right.READ_BACKLOG);
        var view = reading.read(grant, limit);
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
                    Needs the right PRIORITISE.
                    """)
    @APIResponseSchema(
            value = Ordering.Outcome.class,
            responseCode = "200",
            responseDescription =
                    "The order's version now, and what stands elsewhere, by position.")
    public Response apply(@PathParam("p") String product, @NotNull Body<Application> body) {
        var grant = access.to(product).toDo(Right.PRIORITISE);
        var application = body.read();
        return idempotent.once(() -> {
            var outcome = proposals.apply(grant, application.orderVersion(), application.reason());
            return Representation.ok(Representation.etag(outcome.orderVersion()), outcome);
        });
    }
}

package dev.steward.backlog.scoring;

import dev.steward.backlog.job.JobResource;
import dev.steward.backlog.job.JobView;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The formula of a product's scores.
@Path("/api/v1/products/{p}/scoring-models/active")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scoring")
@SecurityRequirement(name = "oidc")
class ScoringModelResource {

    /// @param version 0 while nobody has chosen a model
    @Schema(name = "ScoringModel")
    record ModelView(
            long version,
            ScoringModel.Kind kind,
            @Nullable List<ModelDefinition.FactorDefinition> factors,
            Weighted.@Nullable MissingInputPolicy missing,
            @Nullable BigDecimal demandReference) {

        static ModelView of(ActiveModel model) {
            var definition = model.definition();
            return new ModelView(
                    model.version(),
                    definition.kind(),
                    definition.factors(),
                    definition.missing(),
                    definition.demandReference());
        }
    }

    private final Access access;
    private final ActiveModels models;
    private final ScoringModelSelection choice;
    private final People people;

    ScoringModelResource(Access access, ActiveModels models, ScoringModelSelection choice, People people) {
        this.access = access;
        this.models = models;
        this.choice = choice;
        this.people = people;
    }

    @GET
    @Operation(
            operationId = "getActiveScoringModel",
            summary = "The formula that a product's scores follow")
    @APIResponse(
            responseCode = "200",
            description = "The active model; version 0 while nobody has chosen one.",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    public Response read(
            @PathParam("p") String product,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).toRead(Right.SCORING);
        var model = models.of(grant.productId());
        return Representation.read(
                ifNoneMatch, Representation.etag(model.version()), ModelView.of(model));
    }

    @PUT
    @Operation(
            operationId = "chooseScoringModel",
            summary = "Choose the formula of a product's scores",
            description =
                    """
                    `WEIGHTED` names its factors; the formulae of `WSJF` and `RICE` are fixed. All scores of the product
                    follow in the same transaction. Above 5,000 items it becomes a job: 202 with its `Location`; the old model
                    answers until all items are scored, then model and scores change at once. Meanwhile another choice gets
                    409 `scoring-busy` with `Retry-After`. Needs the right SCORING and If-Match.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The model as it is now, with everything filled in.",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    @APIResponse(
            responseCode = "202",
            description = "There are more than 5,000 items: the job is PENDING.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response choose(
            @PathParam("p") String product,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ModelDefinition> body) {
        var grant = access.to(product).toDo(Right.SCORING);
        var definition = body.read();
        var seen = IfMatch.required(ifMatch);
        var chosen =
                seen.guarding(
                        () -> choice.choose(grant, definition, seen),
                        () -> ModelView.of(models.of(grant.productId())));
        return switch (chosen) {
            case ScoringModelSelection.Active(var model) ->
                    Representation.ok(Representation.etag(model.version()), ModelView.of(model));
            case ScoringModelSelection.Accepted(var job) ->
                    JobResource.accepted(JobView.of(job, people.of(grant.by().actor())));
        };
    }
}

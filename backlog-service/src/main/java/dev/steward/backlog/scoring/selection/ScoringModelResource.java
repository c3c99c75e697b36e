package dev.steward.backlog.scoring.selection;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.job.JobResource;
import dev.steward.backlog.job.JobView;
import dev.steward.backlog.scoring.ActiveModel;
import dev.steward.backlog.scoring.ActiveModels;
import dev.steward.backlog.scoring.model.ModelDefinition;
import dev.steward.backlog.scoring.model.ScoringModel;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The scoring model of a product.
@Path("/api/v1/products/{p}/scoring-models/active")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scoring", description = "Scores of items and the model behind them.")
@SecurityRequirement(name = "oidc")
class ScoringModelResource {

    @Schema(name = "ScoringModel")
    record ModelView(
            @Schema(
                            description =
                                    "Rises with each change of the model; 0 while the product still"
                                            + " has the default. The `ETag` carries it; send it as"
                                            + " `If-Match` to replace the model.")
                    long version,
            @Schema(
                            description =
                                    "WEIGHTED (weighted mean of chosen factors), WSJF (cost of"
                                            + " delay divided by effort) or RICE (reach x impact x"
                                            + " confidence / effort).")
                    ScoringModel.Kind kind,
            @Schema(
                            description =
                                    "The factors of a WEIGHTED model, at least one. Null for WSJF"
                                            + " and RICE, whose factors are fixed.")
                    @Nullable List<ModelDefinition.FactorDefinition> factors,
            @Schema(
                            description =
                                    "WEIGHTED only: what stands in for an input nobody knows."
                                            + " EXCLUDE leaves the factor and its weight out, ZERO"
                                            + " counts it as nothing, DEFAULT takes the factor's"
                                            + " `standIn`. Null for WSJF and RICE.")
                    ModelDefinition.@Nullable MissingInputPolicy missing,
            @Schema(
                            description =
                                    "The demand that counts as half of the largest possible demand;"
                                            + " 10 unless set. Larger values make the score react less"
                                            + " to demand.")
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

    ScoringModelResource(
            Access access, ActiveModels models, ScoringModelSelection choice, People people) {
        this.access = access;
        this.models = models;
        this.choice = choice;
        this.people = people;
    }

    @GET
    @Operation(
            operationId = "getActiveScoringModel",
            summary = "Get the scoring model",
            description =
                    "The formula that the scores of the product follow. A new product has a default"
                            + " model with version 0. Needs the right SCORING (reading).")
    @APIResponse(
            responseCode = "200",
            description = "The scoring model of the product.",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    public Response read(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).requireRead(Right.SCORING);
        var model = models.of(grant.productId());
        return Representation.read(
                ifNoneMatch, Representation.etag(model.version()), ModelView.of(model));
    }

    @PUT
    @Operation(
            operationId = "putActiveScoringModel",
            summary = "Replace the scoring model",
            description =
                    """
                    Replaces the formula of the product's scores: WEIGHTED with factors of your choice, or WSJF or RICE, whose factors are
                    fixed. All scores change together with the model. With more than 5,000 items it becomes a job: 202 with its `Location`; the
                    old model counts until all items are scored. Meanwhile another request gets 409 `scoring-busy` with `Retry-After`. Send the
                    `ETag` that you have seen as `If-Match`. Needs the right SCORING.
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The model, with defaults filled in.",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    @APIResponse(
            responseCode = "202",
            description = "There are more than 5,000 items: a job was created and is PENDING.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response choose(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ModelDefinition> body) {
        var grant = access.to(product).require(Right.SCORING);
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

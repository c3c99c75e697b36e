package dev.steward.backlog.goal;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import dev.steward.platform.web.request.EnumParameter;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The goals of a product.
@Path("/api/v1/products/{p}/goals")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "Product goals; one of a product is active at a time.")
@SecurityRequirement(name = "oidc")
class GoalListResource {

    private final Access access;
    private final Idempotent idempotent;
    private final GoalLifecycle lifecycle;
    private final GoalQuery goalQuery;

    GoalListResource(
            Access access, Idempotent idempotent, GoalLifecycle lifecycle, GoalQuery goalQuery) {
        this.access = access;
        this.idempotent = idempotent;
        this.lifecycle = lifecycle;
        this.goalQuery = goalQuery;
    }

    @Schema(name = "NewGoal")
    record NewGoal(
            @Schema(description = GoalFields.TITLE) @NotBlank @Size(max = 250) String title,
            @Schema(description = GoalFields.DESCRIPTION) @Nullable @Size(max = 30_000)
                    String description,
            @Schema(description = GoalFields.TARGET_DATE) @Nullable LocalDate targetDate,
            @Schema(description = GoalFields.MEASURE) @Nullable @Size(max = 1_000) String measure) {

        GoalText text() {
            return new GoalText(title, description, targetDate, measure);
        }
    }

    /// Query parameters of a goal list.
    public static class GoalListParameters {

        @QueryParam("status")
        @Parameter(
                description =
                        "Only goals with one of these statuses, comma separated. Without it, all.",
                example = "PROPOSED,ACTIVE")
        public @Nullable String status;

        @QueryParam("include")
        @Pattern(regexp = "description")
        @Parameter(description = "`description`: the description of each goal.")
        public @Nullable String include;

        Set<GoalStatus> statuses() {
            return EnumParameter.orAll("status", GoalStatus.class, status);
        }
    }

    @Schema(name = "GoalPage")
    record GoalPage(
            @Schema(description = "The goals of this page, newest first.") List<GoalSummary> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createGoal",
            summary = "Create a goal",
            description =
                    "The new goal is PROPOSED: there can be any number of these, but only one"
                            + " ACTIVE goal. Needs the right PRODUCT_GOAL.")
    @APIResponseSchema(
            value = GoalView.class,
            responseCode = "201",
            responseDescription = "Created; the goal is PROPOSED.")
    public Response propose(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @NotNull Body<NewGoal> body) {
        var grant = access.to(product).require(Right.PRODUCT_GOAL);
        var goal = body.read();
        return idempotent.once(() -> {
            var view = goalQuery.one(lifecycle.propose(grant, goal.text()));
            return Representation.created(
                    URI.create("/api/v1/goals/" + view.id()), view.etag(), view);
        });
    }

    @GET
    @Operation(
            operationId = "listGoals",
            summary = "List goals",
            description =
                    "The goals of the product, newest first, as pages. Needs the right"
                            + " READ_BACKLOG.")
    @APIResponseSchema(
            value = GoalPage.class,
            responseDescription = "A page of goals, newest first.")
    public Response list(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @Valid @BeanParam GoalListParameters parameters,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.READ_BACKLOG);
        var query = "goals of " + grant.productId() + parameters.statuses();
        return new SizeLimitedPage<GoalView>(
                        (behind, most) ->
                                goalQuery.page(listing(grant, parameters, query, behind), most),
                        GoalView::bytes,
                        last -> Cursor.encode(query, List.of(last.id().toString())))
                .page(page)
                .map(GoalSummary::of)
                .response(uri);
    }

    private static GoalQuery.Listing listing(
            Grant grant, GoalListParameters parameters, String query, @Nullable String behind) {
        var keys = Cursor.decode(query, behind, 1);
        return new GoalQuery.Listing(
                grant.productId(),
                parameters.statuses(),
                parameters.include != null,
                keys == null ? null : Cursor.key(keys.getFirst(), UUID::fromString));
    }
}

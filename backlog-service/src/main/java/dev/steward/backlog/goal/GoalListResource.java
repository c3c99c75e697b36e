package dev.steward.backlog.goal;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Choices;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Page;
import dev.steward.platform.web.PageQuery;
import dev.steward.platform.web.Representation;
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
@Tag(name = "Goals", description = "What the backlog is for.")
@SecurityRequirement(name = "oidc")
class GoalListResource {

    private final Access access;
    private final Idempotent idempotent;
    private final GoalLifecycle lifecycle;
    private final GoalQuery reading;

    GoalListResource(Access access, Idempotent idempotent, GoalLifecycle lifecycle, GoalQuery reading) {
        this.access = access;
        this.idempotent = idempotent;
        this.lifecycle = lifecycle;
        this.reading = reading;
    }

    @Schema(name = "NewGoal")
    record NewGoal(
            @NotBlank @Size(max = 250) String title,
            @Schema(description = "Markdown.") @Nullable @Size(max = 30_000) String description,
            @Nullable LocalDate targetDate,
            @Schema(description = "By what one will know that it is reached.")
                    @Nullable
                    @Size(max = 1_000)
                    String measure) {

        GoalText text() {
            return new GoalText(title, description, targetDate, measure);
        }
    }

    /// What a list of goals may be asked for.
    public static class GoalListParameters {

        @QueryParam("status")
        @Parameter(
                description = "Any of these, comma separated; without it, all.",
                example = "PROPOSED,ACTIVE")
        public @Nullable String status;

        @QueryParam("include")
        @Pattern(regexp = "description")
        @Parameter(description = "`description` in each row.")
        public @Nullable String include;

        Set<GoalStatus> statuses() {
            return Choices.orAll("status", GoalStatus.class, status);
        }
    }

    @Schema(name = "GoalPage")
    record GoalPage(List<GoalSummary> items, Page.Place page) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proposeGoal",
            summary = "Put up a goal for the product",
            description =
                    "It is PROPOSED: any number may be, one at a time is ACTIVE. Needs PRODUCT_GOAL.")
    @APIResponseSchema(
            value = GoalView.class,
            responseCode = "201",
            responseDescription = "It is PROPOSED.")
    public Response propose(@PathParam("p") String product, @NotNull Body<NewGoal> body) {
        var grant = access.to(product).toDo(Right.PRODUCT_GOAL);
        var goal = body.read();
        return idempotent.once(() -> {
            var view = reading.one(lifecycle.propose(grant, goal.text()));
            return Representation.created(
                    URI.create("/api/v1/goals/" + view.id()), view.etag(), view);
        });
    }

    @GET
    @Operation(operationId = "listGoals", summary = "The goals of a product")
    @APIResponseSchema(
            value = GoalPage.class,
            responseDescription = "A page of summaries, the newest first.")
    public Response list(
            @PathParam("p") String product,
            @Valid @BeanParam GoalListParameters asked,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).toRead(Right.READ_BACKLOG);
        var query = "goals of " + grant.productId() + asked.statuses();
        return new LongRows<GoalView>(
                        (behind, most) -> reading.page(listing(grant, asked, query, behind), most),
                        GoalView::bytes,
                        last -> Cursor.encode(query, List.of(last.id().toString())))
                .page(page)
                .map(GoalSummary::of)
                .response(uri);
    }

    private static GoalQuery.Listing listing(
            Grant grant, GoalListParameters asked, String query, @Nullable String behind) {
        var keys = Cursor.decode(query, behind, 1);
        return new GoalQuery.Listing(
                grant.productId(),
                asked.statuses(),
                asked.include != null,
                keys == null ? null : Cursor.key(keys.getFirst(), UUID::fromString));
    }
}

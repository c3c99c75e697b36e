package dev.steward.backlog.release;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Choices;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.Page;
import dev.steward.platform.web.PageQuery;
import dev.steward.platform.web.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Planning releases and finding them.
@Path("/api/v1/products/{p}/releases")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases", description = "What goes out together.")
@SecurityRequirement(name = "oidc")
class ReleaseListResource {

    private final Access access;
    private final Idempotent idempotent;
    private final ReleaseLifecycle lifecycle;
    private final Releases releases;
    private final ReleaseViewQuery reading;

    ReleaseListResource(
            Access access,
            Idempotent idempotent,
            ReleaseLifecycle lifecycle,
            Releases releases,
            ReleaseViewQuery reading) {
        this.access = access;
        this.idempotent = idempotent;
        this.lifecycle = lifecycle;
        this.releases = releases;
        this.reading = reading;
    }

    /// @param itemIds ids or keys; more may come later
    @Schema(name = "NewRelease")
    record NewRelease(
            @NotBlank @Size(max = ReleaseFields.MAX_NAME_LENGTH) String name,
            @Nullable @Size(max = ReleaseFields.MAX_ITEMS)
                    List<@NotBlank @Size(max = 64) String> itemIds) {

        ReleaseFields fields() {
            return new ReleaseFields(name, itemIds == null ? List.of() : itemIds);
        }
    }

    @Schema(name = "ReleasePage")
    record ReleasePage(List<ReleaseSummary> items, Page.Place page) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "planRelease",
            summary = "Plan a release",
            description =
                    """
                    Its items may still be on their way: they have to be DONE when it is released. An item is in one release
                    that is not rolled back (409 `item-in-release`). Needs the right ROADMAP.
                    """)
    @APIResponseSchema(
            value = ReleaseView.class,
            responseCode = "201",
            responseDescription = "It is PLANNED.")
    public Response plan(@PathParam("p") String product, @NotNull Body<NewRelease> body) {
        var grant = access.to(product).toDo(Right.ROADMAP);
        var wanted = body.read();
        return idempotent.once(() -> {
            var view = reading.view(lifecycle.plan(grant, wanted.fields()));
            return Representation.created(
                    URI.create("/api/v1/releases/" + view.id()), view.etag(), view);
        });
    }

    @GET
    @Operation(operationId = "listReleases", summary = "The releases of a product, newest first")
    @APIResponseSchema(value = ReleasePage.class, responseDescription = "A page of summaries.")
    public Response list(
            @PathParam("p") String product,
            @QueryParam("status")
                    @Parameter(
                            description = "Any of these, comma separated; without it all.",
                            example = "PLANNED,RELEASED")
                    @Nullable String status,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).toRead(Right.READ_BACKLOG);
        var statuses = Choices.orAll("status", ReleaseStatus.class, status);
        var query = "releases of " + grant.productId() + statuses;
        var keys = Cursor.decode(query, page.cursor, 1);
        var before = keys == null ? null : Cursor.key(keys.getFirst(), UUID::fromString);
        return Page.of(
                        releases.page(grant.productId(), statuses, before, page.limit + 1),
                        page.limit,
                        last -> Cursor.encode(query, List.of(last.id().toString())))
                .map(ReleaseSummary::of)
                .response(uri);
    }
}

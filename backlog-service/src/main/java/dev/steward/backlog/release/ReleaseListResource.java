package dev.steward.backlog.release;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.request.EnumParameter;
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

/// Creating and listing releases.
@Path("/api/v1/products/{p}/releases")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases", description = "Items that are delivered together.")
@SecurityRequirement(name = "oidc")
class ReleaseListResource {

    private final Access access;
    private final Idempotent idempotent;
    private final ReleaseLifecycle lifecycle;
    private final Releases releases;
    private final ReleaseViewQuery views;

    ReleaseListResource(
            Access access,
            Idempotent idempotent,
            ReleaseLifecycle lifecycle,
            Releases releases,
            ReleaseViewQuery views) {
        this.access = access;
        this.idempotent = idempotent;
        this.lifecycle = lifecycle;
        this.releases = releases;
        this.views = views;
    }

    @Schema(name = "NewRelease")
    record NewRelease(
            @Schema(description = "Name of the release, at most 200 characters.")
                    @NotBlank
                    @Size(max = ReleaseFields.MAX_NAME_LENGTH)
                    String name,
            @Schema(
                            description =
                                    "Ids or keys of the items in the release, at most 500; more can"
                                            + " be added later. Null or absent for none yet.")
                    @Nullable
                    @Size(max = ReleaseFields.MAX_ITEMS)
                    List<@NotBlank @Size(max = 64) String> itemIds) {

        ReleaseFields fields() {
            return new ReleaseFields(name, itemIds == null ? List.of() : itemIds);
        }
    }

    @Schema(name = "ReleasePage")
    record ReleasePage(
            @Schema(description = "The releases of this page, newest first.")
                    List<ReleaseSummary> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createRelease",
            summary = "Create a release",
            description =
                    "The new release is PLANNED. Its items need not be done yet, only when it is"
                            + " released. An item can be in one release at a time, not counting those"
                            + " that were rolled back (409 `item-in-release`). Needs the right"
                            + " ROADMAP.")
    @APIResponseSchema(
            value = ReleaseView.class,
            responseCode = "201",
            responseDescription = "Created; the release is PLANNED.")
    public Response plan(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @NotNull Body<NewRelease> body) {
        var grant = access.to(product).require(Right.ROADMAP);
        var wanted = body.read();
        return idempotent.once(() -> {
            var view = views.view(lifecycle.plan(grant, wanted.fields()));
            return Representation.created(
                    URI.create("/api/v1/releases/" + view.id()), view.etag(), view);
        });
    }

    @GET
    @Operation(
            operationId = "listReleases",
            summary = "List releases",
            description =
                    "The releases of the product, newest first, as pages. Needs the right"
                            + " READ_BACKLOG.")
    @APIResponseSchema(
            value = ReleasePage.class,
            responseDescription = "A page of releases, newest first.")
    public Response list(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @QueryParam("status")
                    @Parameter(
                            description =
                                    "Only releases with one of these statuses, comma separated."
                                            + " Without it, all.",
                            example = "PLANNED,RELEASED")
                    @Nullable String status,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.READ_BACKLOG);
        var statuses = EnumParameter.orAll("status", ReleaseStatus.class, status);
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

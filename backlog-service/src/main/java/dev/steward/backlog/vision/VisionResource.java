package dev.steward.backlog.vision;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.LongRows;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Why a product is made.
@Path("/api/v1/products/{p}/vision")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Vision", description = "Why the product is made, and for whom.")
@SecurityRequirement(name = "oidc")
class VisionResource {

    private static final int MAX_LENGTH = 4_000;

    private final Access access;
    private final VisionPublishing publishing;
    private final VisionQuery reading;

    VisionResource(Access access, VisionPublishing publishing, VisionQuery reading) {
        this.access = access;
        this.publishing = publishing;
        this.reading = reading;
    }

    /// What becomes of a vision that is sent.
    @Schema(name = "VisionStage")
    enum Stage {
        DRAFT,
        PUBLISHED
    }

    /// @param targetGroup who the product is for
    /// @param needs what these need
    /// @param product what makes it special
    /// @param businessGoals what it brings those who make it
    @Schema(name = "NewVision")
    record NewVision(
            @NotBlank @Size(max = MAX_LENGTH) String statement,
            @Nullable @Size(max = MAX_LENGTH) String targetGroup,
            @Nullable @Size(max = MAX_LENGTH) String needs,
            @Nullable @Size(max = MAX_LENGTH) String product,
            @Nullable @Size(max = MAX_LENGTH) String businessGoals,
            @NotNull Stage status) {

        VisionText text() {
            return new VisionText(statement, targetGroup, needs, product, businessGoals);
        }
    }

    @Schema(name = "VisionPage")
    record VisionPage(List<VisionView> items, Page.Place page) {}

    @GET
    @Operation(
            operationId = "getVision",
            summary = "The published vision of a product, or the draft of the next",
            description =
                    "The draft is for those who may change it (right VISION). The version counts both, so"
                            + " either ETag will do for a PUT.")
    @APIResponseSchema(value = VisionView.class, responseDescription = "The vision.")
    public Response get(
            @PathParam("p") String product,
            @QueryParam("draft") @Parameter(description = "The draft instead of the published one.")
                    boolean draft,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).toRead(Right.VISION);
        if (draft) {
            grant.toDo(Right.VISION);
        }
        var view =
                reading.one(grant.productId(), draft ? VisionStatus.DRAFT : VisionStatus.PUBLISHED);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putVision",
            summary = "Write the draft of a vision, or publish one",
            description =
                    """
                    `DRAFT` keeps it for those who may change it, beside the published one. `PUBLISHED` publishes what is
                    sent: the vision before it is superseded, the draft is gone. The first of a product is created; after
                    that If-Match is needed, with the version of draft or published one (they count together). Needs the
                    right VISION.
                    """)
    @APIResponseSchema(value = VisionView.class, responseDescription = "What was written.")
    @APIResponse(responseCode = "201", description = "It is the product's first.")
    public Response put(
            @PathParam("p") String product,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<NewVision> body) {
        var grant = access.to(product).toDo(Right.VISION);
        var wanted = body.read();
        var first =
                Objects.requireNonNullElse(ifMatch, IfMatch.ANYTHING)
                        .guarding(
                                () -> write(grant, ifMatch, wanted),
                                () -> reading.latest(grant.productId()));
        var view = reading.one(grant.productId(), VisionStatus.valueOf(wanted.status().name()));
        var uri = UriBuilder.fromPath("/api/v1/products/{p}/vision").build(product);
        return first
                ? Representation.created(uri, view.etag(), view)
                : Representation.ok(view.etag(), view);
    }

    @GET
    @Path("history")
    @Operation(
            operationId = "listVisions",
            summary = "The visions that were ever published, the present one first")
    @APIResponseSchema(value = VisionPage.class, responseDescription = "A page of them.")
    public Response history(
            @PathParam("p") String product,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).toRead(Right.VISION);
        var query = "visions of " + grant.productId();
        return new LongRows<VisionView>(
                        (behind, most) ->
                                reading.published(grant.productId(), version(query, behind), most),
                        VisionView::bytes,
                        last -> Cursor.encode(query, List.of(String.valueOf(last.version()))))
                .page(page)
                .response(uri);
    }

    private static long version(String query, @Nullable String behind) {
        var keys = Cursor.decode(query, behind, 1);
        return keys == null ? Long.MAX_VALUE : Cursor.key(keys.getFirst(), Long::parseLong);
    }

    private boolean write(Grant grant, @Nullable IfMatch ifMatch, NewVision vision) {
        return switch (vision.status()) {
            case DRAFT -> publishing.draft(grant, ifMatch, vision.text());
            case PUBLISHED -> publishing.publish(grant, ifMatch, vision.text());
        };
    }
}

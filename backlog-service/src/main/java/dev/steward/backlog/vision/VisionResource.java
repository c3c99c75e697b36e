package dev.steward.backlog.vision;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The vision of a product.
@Path("/api/v1/products/{p}/vision")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Vision", description = "The product vision: why it is made, and for whom.")
@SecurityRequirement(name = "oidc")
class VisionResource {

    private static final int MAX_LENGTH = 4_000;

    private final Access access;
    private final VisionPublishing publishing;
    private final VisionQuery visionQuery;

    VisionResource(Access access, VisionPublishing publishing, VisionQuery visionQuery) {
        this.access = access;
        this.publishing = publishing;
        this.visionQuery = visionQuery;
    }

    /// Whether the text is saved as a draft or published.
    @Schema(name = "VisionStage")
    enum Stage {
        DRAFT,
        PUBLISHED
    }

    @Schema(name = "NewVision")
    record NewVision(
            @Schema(description = "The vision itself, at most 4,000 characters.")
                    @NotBlank
                    @Size(max = MAX_LENGTH)
                    String statement,
            @Schema(
                            description =
                                    "Who the product is for, at most 4,000 characters; null when"
                                            + " not stated.")
                    @Nullable
                    @Size(max = MAX_LENGTH)
                    String targetGroup,
            @Schema(
                            description =
                                    "What these people need, at most 4,000 characters; null when"
                                            + " not stated.")
                    @Nullable
                    @Size(max = MAX_LENGTH)
                    String needs,
            @Schema(
                            description =
                                    "What makes the product special, at most 4,000 characters; null"
                                            + " when not stated.")
                    @Nullable
                    @Size(max = MAX_LENGTH)
                    String product,
            @Schema(
                            description =
                                    "What the product brings to those who make it, at most 4,000"
                                            + " characters; null when not stated.")
                    @Nullable
                    @Size(max = MAX_LENGTH)
                    String businessGoals,
            @Schema(
                            description =
                                    "DRAFT saves a draft beside the published vision. PUBLISHED"
                                            + " makes the text the product's vision.")
                    @NotNull
                    Stage status) {

        VisionText text() {
            return new VisionText(statement, targetGroup, needs, product, businessGoals);
        }
    }

    @Schema(name = "VisionPage")
    record VisionPage(
            @Schema(description = "The visions of this page, newest first.") List<VisionView> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @GET
    @Operation(
            operationId = "getVision",
            summary = "Get the vision",
            description =
                    "The published vision, or with `draft=true` the draft of the next one. 404 when"
                            + " there is none. Every member may read the published one; the draft needs"
                            + " the right VISION.")
    @APIResponseSchema(value = VisionView.class, responseDescription = "The vision.")
    public Response get(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @QueryParam("draft")
                    @Parameter(description = "True for the draft instead of the published vision.")
                    boolean draft,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).requireRead(Right.VISION);
        if (draft) {
            grant.require(Right.VISION);
        }
        var view =
                visionQuery.one(
                        grant.productId(), draft ? VisionStatus.DRAFT : VisionStatus.PUBLISHED);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putVision",
            summary = "Write or publish the vision",
            description =
                    """
                    DRAFT saves a draft, visible to those who may change the vision, beside the published one. PUBLISHED publishes the text that
                    is sent: the vision before it becomes SUPERSEDED and the draft is deleted. The first write creates the vision; afterwards
                    send the `ETag` of the draft or of the published vision as `If-Match` (they share one version). Needs the right VISION.
                    """)
    @APIResponseSchema(
            value = VisionView.class,
            responseDescription = "The vision as it was saved.")
    @APIResponse(responseCode = "201", description = "The first vision of the product was created.")
    public Response put(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<NewVision> body) {
        var grant = access.to(product).require(Right.VISION);
        var wanted = body.read();
        var first =
                IfMatch.optional(ifMatch)
                        .guarding(
                                () -> write(grant, ifMatch, wanted),
                                () -> visionQuery.latest(grant.productId()));
        var view = visionQuery.one(grant.productId(), VisionStatus.valueOf(wanted.status().name()));
        var uri = UriBuilder.fromPath("/api/v1/products/{p}/vision").build(product);
        return first
                ? Representation.created(uri, view.etag(), view)
                : Representation.ok(view.etag(), view);
    }

    @GET
    @Path("history")
    @Operation(
            operationId = "listVisions",
            summary = "List published visions",
            description =
                    "All visions that were ever published, newest first, as pages. Every member may"
                            + " read them.")
    @APIResponseSchema(value = VisionPage.class, responseDescription = "A page.")
    public Response history(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String product,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.VISION);
        var query = "visions of " + grant.productId();
        return new SizeLimitedPage<VisionView>(
                        (behind, most) ->
                                visionQuery.published(
                                        grant.productId(), version(query, behind), most),
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

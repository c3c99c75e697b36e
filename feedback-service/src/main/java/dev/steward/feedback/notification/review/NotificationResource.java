package dev.steward.feedback.notification.review;

import dev.steward.feedback.notification.settings.NotificationSettingsStore;
import dev.steward.feedback.release.Release;
import dev.steward.feedback.release.ReleaseNotFound;
import dev.steward.feedback.release.ReleaseReference;
import dev.steward.feedback.release.Releases;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of telling people about a release.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Closing the loop")
@SecurityRequirement(name = "oidc")
class NotificationResource {

    private static final int FIRST_PAGE = 50;

    private final Access access;
    private final Releases releases;
    private final NotificationViews views;
    private final NotificationPreview preview;
    private final NotificationSettingsStore settings;
    private final HeldDeliveries heldDeliveries;
    private final Idempotent idempotent;

    NotificationResource(
            Access access,
            Releases releases,
            NotificationViews views,
            NotificationPreview preview,
            NotificationSettingsStore settings,
            HeldDeliveries heldDeliveries,
            Idempotent idempotent) {
        this.access = access;
        this.releases = releases;
        this.views = views;
        this.preview = preview;
        this.settings = settings;
        this.heldDeliveries = heldDeliveries;
        this.idempotent = idempotent;
    }

    @GET
    @Path("/releases/{r}/loop")
    @Operation(
            operationId = "getLoop",
            summary = "Get who is told about a release",
            description =
                    """
                    One message for each person who submitted or voted for feedback that is released with \
                    it, including merged entries. Nobody is told twice about the same feedback, even when \
                    the release is rolled back and released again. Empty while the release is not out; while \
                    `status` is OPENING more messages are to come. Needs the right LOOP, at least to read.\
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The state of the loop, and a page of its messages.",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public Response get(
            @Parameter(description = "Id of the release.") @PathParam("r") UUID id,
            @BeanParam @Valid PageQuery page,
            @Context UriInfo uri) {
        var release = releases.get(id);
        var grant = grantTo(release).requireRead(Right.LOOP);
        var query = "loop " + id;
        var shown = deliveries(id, query).page(page);
        return linked(shown, view(release, shown.map(row -> row.shownTo(grant))), uri);
    }

    @GET
    @Path("/releases/{r}/loop/preview")
    @Operation(
            operationId = "previewLoop",
            summary = "Preview who would be told about a release",
            description =
                    """
                    Who would get a message, and with which text, if the release came out now. Only feedback \
                    all of whose other items are released counts. Empty once the release is out. Needs the \
                    right LOOP, at least to read.\
                    """)
    @APIResponse(
            responseCode = "200",
            description = "The people who would be told, oldest contact first.",
            content = @Content(schema = @Schema(implementation = NotificationView.Preview.class)))
    public Response preview(
            @Parameter(description = "Id of the release.") @PathParam("r") UUID id,
            @BeanParam @Valid PageQuery page,
            @Context UriInfo uri) {
        var release = releases.get(id);
        var grant = grantTo(release).requireRead(Right.LOOP);
        var mode = settings.of(release.productId()).mode();
        var entries = preview.entries(id);
        var query = "loop preview " + id;
        var shown =
                new SizeLimitedPage<NotificationView.Recipient>(
                                (cursor, limit) ->
                                        preview.page(
                                                entries,
                                                release.name(),
                                                mode,
                                                after(query, cursor),
                                                limit),
                                NotificationView.Recipient::bytes,
                                row -> cursor(query, row.id()))
                        .page(page);
        var body =
                new NotificationView.Preview(
                        reference(release),
                        mode,
                        preview.counts(entries, mode),
                        shown.map(row -> row.shownTo(grant)).items(),
                        shown.page());
        return linked(shown, body, uri);
    }

    @POST
    @Path("/releases/{r}/loop/send")
    @Operation(
            operationId = "sendHeldDeliveries",
            summary = "Send the held messages of a release",
            description =
                    "For a product whose loop mode is MANUAL. Sending again changes nothing. Needs the right "
                            + "LOOP.")
    @APIResponse(
            responseCode = "200",
            description = "The state of the loop, and its first messages.",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    public Response send(@Parameter(description = "Id of the release.") @PathParam("r") UUID id) {
        var release = releases.get(id);
        var grant = grantTo(release).require(Right.LOOP);
        return idempotent.once(() -> {
            heldDeliveries.sendAll(grant, id);
            var shown = deliveries(id, "loop " + id).page(firstPage());
            return Response.ok(view(release, shown.map(row -> row.shownTo(grant)))).build();
        });
    }

    private SizeLimitedPage<DeliveryView> deliveries(UUID release, String query) {
        return new SizeLimitedPage<>(
                (cursor, limit) -> views.page(release, after(query, cursor), limit),
                DeliveryView::bytes,
                row -> cursor(query, row.id()));
    }

    private NotificationView view(Release release, Page<DeliveryView> shown) {
        var summary = views.summary(release.id()).orElse(null);
        return new NotificationView(
                reference(release),
                summary == null ? 0 : summary.version(),
                summary == null ? settings.of(release.productId()).mode() : summary.mode(),
                summary == null ? null : summary.status(),
                summary == null ? null : summary.openedAt(),
                views.counts(release.id()),
                shown.items(),
                shown.page());
    }

    private static PageQuery firstPage() {
        var first = new PageQuery();
        first.limit = FIRST_PAGE;
        return first;
    }

    private Grant grantTo(Release release) {
        return access.to(release.productId(), ReleaseNotFound::new);
    }

    private static ReleaseReference reference(Release release) {
        return new ReleaseReference(release.id(), release.name());
    }

    private static @Nullable UUID after(String query, @Nullable String cursor) {
        var position = Cursor.decode(query, cursor, 1);
        return position == null ? null : Cursor.key(position.getFirst(), UUID::fromString);
    }

    private static String cursor(String query, UUID id) {
        return Cursor.encode(query, List.of(id.toString()));
    }

    /// The headers of the page, with a body that contains more than the page.
    private static Response linked(Page<?> page, Object body, UriInfo uri) {
        return Response.fromResponse(page.response(uri)).entity(body).build();
    }
}

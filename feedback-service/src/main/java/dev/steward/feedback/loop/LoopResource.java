package dev.steward.feedback.loop;

import dev.steward.feedback.release.Release;
import dev.steward.feedback.release.ReleaseNotFound;
import dev.steward.feedback.release.ReleaseReference;
import dev.steward.feedback.release.Releases;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Page;
import dev.steward.platform.web.PageQuery;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The HTTP door to who is told of a release.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Closing the loop")
@SecurityRequirement(name = "oidc")
class LoopResource {

    private static final int FIRST_PAGE = 50;

    private final Access access;
    private final Releases releases;
    private final LoopViews views;
    private final LoopPreview preview;
    private final LoopSettingsStore settings;
    private final HeldDeliveries heldDeliveries;
    private final Idempotent idempotent;

    LoopResource(
            Access access,
            Releases releases,
            LoopViews views,
            LoopPreview preview,
            LoopSettingsStore settings,
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
            summary = "Who is told of a release, and how far that is",
            description =
                    "One message per person who asked for something that ships with the release, whether they submitted "
                            + "it, voted or were voted for, also in an entry that was merged. Nobody is told twice, whatever "
                            + "is rolled back and released again. Empty while the release is not out; while `status` is "
                            + "OPENING there are more to come.")
    @APIResponse(
            responseCode = "200",
            description = "The messages, in the order in which they were made.",
            content = @Content(schema = @Schema(implementation = LoopView.class)))
    public Response get(
            @PathParam("r") UUID id, @BeanParam @Valid PageQuery page, @Context UriInfo uri) {
        var release = releases.get(id);
        var grant = grantTo(release).toRead(Right.LOOP);
        var query = "loop " + id;
        var shown = deliveries(id, query).page(page);
        return linked(shown, view(release, shown.map(row -> row.shownTo(grant))), uri);
    }

    @GET
    @Path("/releases/{r}/loop/preview")
    @Operation(
            operationId = "previewLoop",
            summary = "Who would be told if a release came out now, and what they would read",
            description =
                    "Only what would ship by it counts: entries whose other items are released. Empty once it is out.")
    @APIResponse(
            responseCode = "200",
            description = "People in the order in which they became known.",
            content = @Content(schema = @Schema(implementation = LoopView.Preview.class)))
    public Response preview(
            @PathParam("r") UUID id, @BeanParam @Valid PageQuery page, @Context UriInfo uri) {
        var release = releases.get(id);
        var grant = grantTo(release).toRead(Right.LOOP);
        var mode = settings.of(release.productId()).mode();
        var query = "loop preview " + id;
        var shown =
                new LongRows<LoopView.Recipient>(
                                (cursor, limit) ->
                                        preview.page(
                                                id,
                                                release.name(),
                                                mode,
                                                after(query, cursor),
                                                limit),
                                LoopView.Recipient::bytes,
                                row -> cursor(query, row.id()))
                        .page(page);
        var body =
                new LoopView.Preview(
                        reference(release),
                        mode,
                        preview.counts(id, mode),
                        shown.map(row -> row.shownTo(grant)).items(),
                        shown.page());
        return linked(shown, body, uri);
    }

    @POST
    @Path("/releases/{r}/loop/send")
    @Operation(
            operationId = "sendLoop",
            summary = "Let the held messages of a release go",
            description = "Of a product whose mode is MANUAL. Sending again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The loop, with its first messages.",
            content = @Content(schema = @Schema(implementation = LoopView.class)))
    public Response send(@PathParam("r") UUID id) {
        var release = releases.get(id);
        var grant = grantTo(release).toDo(Right.LOOP);
        return idempotent.once(() -> {
            heldDeliveries.sendAll(grant, id);
            var shown = deliveries(id, "loop " + id).page(firstPage());
            return Response.ok(view(release, shown.map(row -> row.shownTo(grant)))).build();
        });
    }

    private LongRows<DeliveryView> deliveries(UUID release, String query) {
        return new LongRows<>(
                (cursor, limit) -> views.page(release, after(query, cursor), limit),
                DeliveryView::bytes,
                row -> cursor(query, row.id()));
    }

    private LoopView view(Release release, Page<DeliveryView> shown) {
        var summary = views.summary(release.id()).orElse(null);
        return new LoopView(
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

    /// The page's headers with more in the body than the page.
    private static Response linked(Page<?> page, Object body, UriInfo uri) {
        return Response.fromResponse(page.response(uri)).entity(body).build();
    }
}

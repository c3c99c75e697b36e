package dev.steward.feedback.notification.settings;

import dev.steward.feedback.notification.NotificationMode;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of the notification settings.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Closing the loop")
@SecurityRequirement(name = "oidc")
class NotificationSettingsResource {

    /// The notification settings to be set.
    @Schema(name = "NewLoopSettings")
    record NewNotificationSettings(
            @Schema(
                            description =
                                    "AUTOMATIC: messages are sent when a release comes out. MANUAL: they are HELD until somebody sends them.")
                    @NotNull
                    NotificationMode mode) {}

    @Schema(name = "LoopSettings")
    record SettingsView(
            @Schema(
                            description =
                                    "Increases by 1 with every change. 0 while the product has the default.")
                    long version,
            @Schema(
                            description =
                                    "AUTOMATIC: messages are sent when a release comes out. MANUAL: they are HELD until somebody sends them.")
                    NotificationMode mode) {

        static SettingsView of(NotificationSettings settings) {
            return new SettingsView(settings.version(), settings.mode());
        }
    }

    private final Access access;
    private final NotificationSettingsStore settings;

    NotificationSettingsResource(Access access, NotificationSettingsStore settings) {
        this.access = access;
        this.settings = settings;
    }

    @GET
    @Path("/products/{p}/loop-settings")
    @Operation(
            operationId = "getLoopSettings",
            summary = "Get the loop settings",
            description =
                    "Says whether people are told automatically when something that they asked for is "
                            + "released. Needs the right LOOP, at least to read.")
    @APIResponse(
            responseCode = "200",
            description = "The settings; AUTOMATIC while nobody has set them.",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    public Response get(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).requireRead(Right.LOOP);
        var view = SettingsView.of(settings.of(grant.productId()));
        return Representation.read(ifNoneMatch, Representation.etag(view.version()), view);
    }

    @PUT
    @Path("/products/{p}/loop-settings")
    @Operation(
            operationId = "putLoopSettings",
            summary = "Set the loop settings",
            description =
                    "Applies to releases that come out later; messages that exist stay as they are. Needs the "
                            + "right LOOP.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = NewNotificationSettings.class)))
    @APIResponse(
            responseCode = "200",
            description = "The settings.",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    public Response update(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<NewNotificationSettings> body) {
        var grant = access.to(product).require(Right.LOOP);
        var update = body.read();
        var match = IfMatch.required(ifMatch);
        var updated =
                match.guarding(
                        () -> settings.update(grant, update.mode(), match),
                        () -> SettingsView.of(settings.of(grant.productId())));
        return Representation.ok(Representation.etag(updated.version()), SettingsView.of(updated));
    }
}

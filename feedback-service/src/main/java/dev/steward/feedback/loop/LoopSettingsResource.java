package dev.steward.feedback.loop;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.Representation;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The HTTP door to how a product answers those who asked.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Closing the loop")
@SecurityRequirement(name = "oidc")
class LoopSettingsResource {

    /// The settings that somebody chooses.
    @Schema(name = "LoopSettingsChange")
    record Choice(@NotNull LoopMode mode) {}

    @Schema(name = "LoopSettings")
    record SettingsView(
            @Schema(description = "0 while nobody has chosen.") long version,
            @Schema(
                            description =
                                    "AUTOMATIC: people are told when a release comes out. MANUAL: their messages are "
                                            + "HELD until somebody sends them.")
                    LoopMode mode) {

        static SettingsView of(LoopSettings settings) {
            return new SettingsView(settings.version(), settings.mode());
        }
    }

    private final Access access;
    private final LoopSettingsStore settings;

    LoopSettingsResource(Access access, LoopSettingsStore settings) {
        this.access = access;
        this.settings = settings;
    }

    @GET
    @Path("/products/{p}/loop-settings")
    @Operation(operationId = "getLoopSettings", summary = "Read how those who asked are told")
    @APIResponse(
            responseCode = "200",
            description = "The settings; AUTOMATIC while nobody has chosen.",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    public Response get(
            @PathParam("p") String product,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).toRead(Right.LOOP);
        var view = SettingsView.of(settings.of(grant.productId()));
        return Representation.read(ifNoneMatch, Representation.etag(view.version()), view);
    }

    @PUT
    @Path("/products/{p}/loop-settings")
    @Operation(
            operationId = "chooseLoopSettings",
            summary = "Choose how those who asked are told",
            description = "For releases to come; what was answered stays as it is.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Choice.class)))
    @APIResponse(
            responseCode = "200",
            description = "The settings.",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    public Response update(
            @PathParam("p") String product,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<Choice> body) {
        var grant = access.to(product).toDo(Right.LOOP);
        var choice = body.read();
        var match = IfMatch.required(ifMatch);
        var chosen =
                match.guarding(
                        () -> settings.update(grant, choice.mode(), match),
                        () -> SettingsView.of(settings.of(grant.productId())));
        return Representation.ok(Representation.etag(chosen.version()), SettingsView.of(chosen));
    }
}

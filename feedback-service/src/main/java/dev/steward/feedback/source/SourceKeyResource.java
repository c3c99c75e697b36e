package dev.steward.feedback.source;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of the keys of a source.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Sources")
@SecurityRequirement(name = "oidc")
class SourceKeyResource {

    private static final String CREATED =
            """
            {"id": "01981b5e-0000-7000-8000-000000000012", "version": 1, "createdAt": "2026-01-15T09:30:00Z",
             "lastUsedAt": null, "key": "stw_01981b5e000070008000000000000012_…"}
            """;
    private static final String ONE =
            """
            {"id": "01981b5e-0000-7000-8000-000000000011", "version": 1, "createdAt": "2026-01-15T09:30:00Z",
             "lastUsedAt": "2026-02-01T10:00:00Z", "key": null}
            """;

    private final Access access;
    private final Sources sources;
    private final SourceKeys keys;
    private final SourceKeyRotation rotation;
    private final Idempotent idempotent;

    SourceKeyResource(
            Access access,
            Sources sources,
            SourceKeys keys,
            SourceKeyRotation rotation,
            Idempotent idempotent) {
        this.access = access;
        this.sources = sources;
        this.keys = keys;
        this.rotation = rotation;
        this.idempotent = idempotent;
    }

    @POST
    @Path("/sources/{s}/keys")
    @Operation(
            operationId = "createSourceKey",
            summary = "Create a second key for a source",
            description =
                    """
                    To replace a key without an interruption: create the new one, give it to the source, and \
                    revoke the old one once `lastUsedAt` no longer changes. A source has at most two keys. \
                    The key is shown only in this answer. Needs the right ADMINISTER.\
                    """)
    @APIResponse(
            responseCode = "201",
            description = "Created. Store the key: it is not shown again.",
            content =
                    @Content(
                            schema = @Schema(implementation = SourceKeyView.class),
                            examples = @ExampleObject(name = "created", value = CREATED)))
    public Response create(
            @Parameter(description = "Id of the source.") @PathParam("s") UUID source) {
        var grant = grantTo(source).require(Right.ADMINISTER);
        return idempotent.once(
                () -> {
                    var created = rotation.create(grant, source);
                    var view = SourceKeyView.of(created.key(), created.token());
                    var uri = URI.create("/api/v1/sources/" + source + "/keys/" + view.id());
                    return Representation.created(uri, Representation.etag(view.version()), view);
                },
                body -> ((SourceKeyView) body).withoutSecret());
    }

    @GET
    @Path("/sources/{s}/keys/{k}")
    @Operation(
            operationId = "getSourceKey",
            summary = "Get a key of a source",
            description =
                    "When it was created and last used; without its secret. Needs the right ADMINISTER, at "
                            + "least to read.")
    @APIResponse(
            responseCode = "200",
            description = "The key, without its secret.",
            content =
                    @Content(
                            schema = @Schema(implementation = SourceKeyView.class),
                            examples = @ExampleObject(name = "key", value = ONE)))
    public Response get(
            @Parameter(description = "Id of the source.") @PathParam("s") UUID source,
            @Parameter(description = "Id of the key.") @PathParam("k") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        grantTo(source).requireRead(Right.ADMINISTER);
        var view = SourceKeyView.of(keys.get(source, id));
        return Representation.read(ifNoneMatch, Representation.etag(view.version(), view), view);
    }

    @DELETE
    @Path("/sources/{s}/keys/{k}")
    @Operation(
            operationId = "revokeSourceKey",
            summary = "Revoke a key of a source",
            description =
                    "Takes effect at once: from this answer on every request with the key gets 401, even one "
                            + "whose body is still being sent. Needs the right ADMINISTER.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public Response revoke(
            @Parameter(description = "Id of the source.") @PathParam("s") UUID source,
            @Parameter(description = "Id of the key.") @PathParam("k") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = grantTo(source).require(Right.ADMINISTER);
        rotation.revoke(grant, source, id, IfMatch.required(ifMatch));
        return Response.noContent().build();
    }

    private Grant grantTo(UUID source) {
        var found = sources.findByIdOptional(source).orElseThrow(SourceNotFound::new);
        return access.to(found.productId(), SourceNotFound::new);
    }
}

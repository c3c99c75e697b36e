package dev.steward.feedback.source;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of sources.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Sources")
@SecurityRequirement(name = "oidc")
class SourceResource {

    private static final String NEW =
            """
            {"name": "Help desk", "system": "zendesk", "scopes": ["feedback:write", "feedback:read"], "emailsVerified": true}
            """;
    private static final String CREATED =
            """
            {"id": "01981b5e-0000-7000-8000-000000000010", "version": 1, "name": "Help desk", "system": "zendesk",
             "scopes": ["feedback:write", "feedback:read"], "emailsVerified": true, "tellsPeople": false, "builtIn": false,
             "createdAt": "2026-01-15T09:30:00Z",
             "keys": [{"id": "01981b5e-0000-7000-8000-000000000011", "version": 1,
               "createdAt": "2026-01-15T09:30:00Z", "lastUsedAt": null, "key": null}], "key": "stw_01981b5e000070008000000000000011_…"}
            """;
    private static final String PAGE =
            """
            {"items": [{"id": "01981b5e-0000-7000-8000-000000000010", "version": 1, "name": "Help desk",
             "system": "zendesk", "scopes": ["feedback:write", "feedback:read"], "emailsVerified": true,
             "tellsPeople": false, "builtIn": false, "createdAt": "2026-01-15T09:30:00Z",
             "keys": [{"id": "01981b5e-0000-7000-8000-000000000011", "version": 1,
               "createdAt": "2026-01-15T09:30:00Z", "lastUsedAt": "2026-02-01T10:00:00Z", "key": null}], "key": null}],
             "page": {"limit": 50, "next": null}}
            """;
    private static final String ONE =
            """
            {"id": "01981b5e-0000-7000-8000-000000000010", "version": 1, "name": "Help desk", "system": "zendesk",
             "scopes": ["feedback:write", "feedback:read"], "emailsVerified": true, "tellsPeople": false, "builtIn": false,
             "createdAt": "2026-01-15T09:30:00Z",
             "keys": [{"id": "01981b5e-0000-7000-8000-000000000011", "version": 1,
               "createdAt": "2026-01-15T09:30:00Z", "lastUsedAt": "2026-02-01T10:00:00Z", "key": null}], "key": null}
            """;

    /// Names the schema of a page of sources.
    @Schema(name = "SourcePage")
    private record SourcePage(
            @Schema(description = "The sources of this page, oldest first.") List<SourceView> items,
            @Schema(description = "Size of this page and the cursor of the next one.")
                    Page.Info page) {}

    private final Access access;
    private final Sources sources;
    private final SourceKeys keys;
    private final SourceCreation sourceCreation;
    private final Idempotent idempotent;

    SourceResource(
            Access access,
            Sources sources,
            SourceKeys keys,
            SourceCreation sourceCreation,
            Idempotent idempotent) {
        this.access = access;
        this.sources = sources;
        this.keys = keys;
        this.sourceCreation = sourceCreation;
        this.idempotent = idempotent;
    }

    @POST
    @Path("/products/{p}/sources")
    @Operation(
            operationId = "createSource",
            summary = "Create a source of feedback",
            description =
                    """
                    A source is a system that submits feedback with a key, such as a help desk. The answer \
                    contains its first key, which is not shown again, not even when the request is replayed. \
                    Needs the right ADMINISTER.\
                    """)
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewSource.class),
                            examples = @ExampleObject(name = "help desk", value = NEW)))
    @APIResponse(
            responseCode = "201",
            description = "Created. Store the key: it is not shown again.",
            content =
                    @Content(
                            schema = @Schema(implementation = SourceView.class),
                            examples = @ExampleObject(name = "created", value = CREATED)))
    public Response create(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @NotNull Body<NewSource> body) {
        var grant = access.to(product).require(Right.ADMINISTER);
        var source = body.read();
        source.rejectUnavailableOptions();
        return idempotent.once(
                () -> {
                    var created = sourceCreation.create(grant, source);
                    var uri =
                            URI.create(
                                    "/api/v1/products/"
                                            + grant.productId()
                                            + "/sources/"
                                            + created.source().id());
                    var view =
                            SourceView.of(
                                    created.source(), List.of(created.key()), created.token());
                    return Representation.created(uri, Representation.etag(view.version()), view);
                },
                view -> ((SourceView) view).withoutSecret());
    }

    @GET
    @Path("/products/{p}/sources")
    @Operation(
            operationId = "listSources",
            summary = "List sources",
            description =
                    "The product's sources of feedback, oldest first, without the secrets of their keys. "
                            + "Needs the right ADMINISTER, at least to read.")
    @APIResponse(
            responseCode = "200",
            description = "The sources, oldest first.",
            content =
                    @Content(
                            schema = @Schema(implementation = SourcePage.class),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Response list(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @BeanParam @Valid PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(product).requireRead(Right.ADMINISTER);
        var query = "sources " + grant.productId();
        var position = Cursor.decode(query, page.cursor, 1);
        var after = position == null ? null : Cursor.key(position.getFirst(), UUID::fromString);
        var rows = sources.page(grant.productId(), after, page.limit + 1);
        var live = keys.bySource(rows.stream().map(Source::id).toList());
        return Page.of(rows, page.limit, row -> Cursor.encode(query, List.of(row.id().toString())))
                .map(row -> SourceView.of(row, live.getOrDefault(row.id(), List.of())))
                .response(uri);
    }

    @GET
    @Path("/products/{p}/sources/{s}")
    @Operation(
            operationId = "getSource",
            summary = "Get a source",
            description =
                    "Without the secrets of its keys. Needs the right ADMINISTER, at least to read.")
    @APIResponse(
            responseCode = "200",
            description = "The source.",
            content =
                    @Content(
                            schema = @Schema(implementation = SourceView.class),
                            examples = @ExampleObject(name = "source", value = ONE)))
    public Response get(
            @Parameter(description = "Id or key of the product.") @PathParam("p") String product,
            @Parameter(description = "Id of the source.") @PathParam("s") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(product).requireRead(Right.ADMINISTER);
        var source =
                sources.findByIdOptional(id)
                        .filter(found -> found.productId().equals(grant.productId()))
                        .orElseThrow(SourceNotFound::new);
        var view = SourceView.of(source, keys.of(id));
        return Representation.read(ifNoneMatch, Representation.etag(view.version(), view), view);
    }
}

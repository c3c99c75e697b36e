package dev.steward.backlog.imports.upload;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.imports.ImportView;
import dev.steward.backlog.imports.ImportViewQuery;
import dev.steward.backlog.imports.RowStaging;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/products/{p}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Imports", description = "Items from the CSV files of other tools.")
@SecurityRequirement(name = "oidc")
class NewImportResource {

    private static final String CSV = "text/csv";

    private final Access access;
    private final CsvUpload upload;
    private final RowStaging staging;
    private final ImportViewQuery views;
    private final Idempotent idempotent;

    NewImportResource(
            Access access,
            CsvUpload upload,
            RowStaging staging,
            ImportViewQuery views,
            Idempotent idempotent) {
        this.access = access;
        this.upload = upload;
        this.staging = staging;
        this.views = views;
        this.idempotent = idempotent;
    }

    /// Query parameters of an import.
    public static class ImportParameters {

        @QueryParam("dryRun")
        @DefaultValue("false")
        @Parameter(
                description = "Only count what would be created and changed; no item is changed.")
        public boolean dryRun;

        @QueryParam("system")
        @DefaultValue("jira")
        @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,39}")
        @Parameter(description = "Name of the source tool; tool and key together identify an item.")
        public String system = "jira";

        @QueryParam("map")
        @Size(max = 50)
        @Parameter(
                description =
                        "Column to read for a field, as `field:column`, instead of the recognised"
                                + " ones; may occur several times. Fields: `key`, `title`,"
                                + " `description`, `type`, `labels`, `estimate`.",
                example = "title:Headline")
        public List<@Size(max = 300) String> map = List.of();

        CsvUpload.ImportOptions options() {
            return new CsvUpload.ImportOptions(system, dryRun, map);
        }
    }

    @POST
    @Consumes(CSV)
    @Operation(
            operationId = "createImport",
            summary = "Import items from a CSV file",
            description =
                    """
                    Accepts the file and answers 202: the rows are imported by a job in the background; `Location` leads to it.

                    The file is UTF-8 (RFC 4180), at most 20 MB and 100,000 rows. Its first row is the header (an optional line `sep=;` may
                    stand before it). Cells are separated by comma, semicolon or tab, whichever occurs most in the header. A cell has at
                    most 262,144 characters, a row at most 1,000 cells and 1,048,576 characters; blank cells at the end of a row may be missing.

                    Columns are recognised by the names that Jira (English, German), Azure Boards and GitHub use: Issue key, Key, Number,
                    ID; Summary, Title; Description, Body; Issue Type, Work Item Type, Type; Labels (may occur several times), Tags; Story
                    Points, Estimate, Effort. Other columns are listed in `unusedColumns`; the parameter `map` names columns of your own.

                    New items come last in the order, in the order of the file. A row whose key was imported before updates its item; a
                    blank cell changes nothing. Rows without a key create a new item each time. A row with an error is left out, counted as
                    failed and listed with its line; the others are imported. An unknown type is a warning: the new item is a STORY.

                    At most 20 imports of a product at a time (409 `too-many-imports`). Needs the right IMPORT, also for the estimates in
                    the file.
                    """,
            extensions =
                    @Extension(name = "x-steward-max-body", value = "20971520", parseValue = true))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            example =
                                    """
                                    Issue key,Summary,Issue Type,Story Points,Labels,Labels
                                    SHOP-7,Keep the basket,Story,5,checkout,login
                                    SHOP-9,"Prices, with tax",Bug,,checkout,
                                    """))
    @APIResponse(
            responseCode = "202",
            description = "The file was accepted; the import is PENDING.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response create(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @Valid @BeanParam ImportParameters query,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true)
                    @Nullable MediaType type,
            @NotNull InputStream body) {
        var grant = access.to(p).require(Right.IMPORT);
        if (type == null
                || !"utf-8"
                        .equalsIgnoreCase(type.getParameters().getOrDefault("charset", "utf-8"))) {
            throw new NotSupportedException("The Content-Type must be text/csv in UTF-8.");
        }
        var id = upload.receive(grant, query.options(), body);
        try {
            return idempotent.once(() -> accepted(id));
        } finally {
            // A repeated Idempotency-Key has its answer already.
            staging.discard(id);
        }
    }

    private Response accepted(UUID id) {
        staging.complete(id);
        var view = views.view(id);
        return Response.accepted(view)
                .location(URI.create("/api/v1/imports/" + id))
                .header("ETag", view.etag())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}

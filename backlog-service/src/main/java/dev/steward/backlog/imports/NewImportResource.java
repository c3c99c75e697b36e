package dev.steward.backlog.imports;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Idempotent;
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
@Tag(name = "Imports", description = "A backlog from another tool.")
@SecurityRequirement(name = "oidc")
public class NewImportResource {

    private static final String CSV = "text/csv";

    private final Access access;
    private final CsvUpload upload;
    private final RowStaging staging;
    private final ImportViewQuery reading;
    private final Idempotent idempotent;

    NewImportResource(
            Access access,
            CsvUpload upload,
            RowStaging staging,
            ImportViewQuery reading,
            Idempotent idempotent) {
        this.access = access;
        this.upload = upload;
        this.staging = staging;
        this.reading = reading;
        this.idempotent = idempotent;
    }

    /// How a file is to be read.
    public static class ImportParameters {

        @QueryParam("dryRun")
        @DefaultValue("false")
        @Parameter(description = "Tells what would happen; leaves nothing but the job.")
        public boolean dryRun;

        @QueryParam("system")
        @DefaultValue("jira")
        @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,39}")
        @Parameter(description = "The tool whose keys the rows bear: with the key it is the item.")
        public String system = "jira";

        @QueryParam("map")
        @Size(max = 50)
        @Parameter(
                description =
                        "`field:column`, repeatable, in place of the recognised columns of that field. Fields:"
                                + " `key`, `title`, `description`, `type`, `labels`, `estimate`.",
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
            summary = "Import items from a CSV file, as a job",
            description =
                    """
                    Needs IMPORT, which covers estimates made elsewhere. The file is UTF-8 (RFC 4180), at most 20 MB \
                    and 100,000 rows, its first row the header (after an optional `sep=;`). Cells are separated by \
                    commas, semicolons or tabs, whichever the header has most of; a cell has at most 262,144 \
                    characters, a row 1,000 cells and 1,048,576 characters; blank cells at the end of a row may be \
                    missing. Columns are recognised by the names that Jira (English, German), Azure Boards and \
                    GitHub export: Issue key, Key, Number, ID; Summary, Title; Description, Body; Issue Type, Work \
                    Item Type, Type; Labels (may be repeated), Tags; Story Points, Estimate, Effort. Those from \
                    which nothing is taken are named in `unusedColumns`. New items come last, in the file's order. \
                    A row whose key the product knows already updates its item, or counts as unchanged; a blank \
                    cell says nothing. Rows without a key are new each time. A type that nobody here knows is a \
                    warning: a new item is a STORY then. A row that is wrong is counted as failed and listed with \
                    its line; the others go on.\
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
            description = "The file is here; the job is PENDING.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response create(
            @PathParam("p") String p,
            @Valid @BeanParam ImportParameters query,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true)
                    @Nullable MediaType type,
            @NotNull InputStream body) {
        var grant = access.to(p).toDo(Right.IMPORT);
        if (type == null
                || !"utf-8"
                        .equalsIgnoreCase(type.getParameters().getOrDefault("charset", "utf-8"))) {
            throw new NotSupportedException("An import is text/csv in UTF-8.");
        }
        var id = upload.receive(grant, query.options(), body);
        try {
            return idempotent.once(() -> accepted(id));
        } finally {
            // A repeat of an Idempotency-Key has its answer already.
            staging.discard(id);
        }
    }

    private Response accepted(UUID id) {
        staging.complete(id);
        var view = reading.view(id);
        return Response.accepted(view)
                .location(URI.create("/api/v1/imports/" + id))
                .header("ETag", view.etag())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}

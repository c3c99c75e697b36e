package dev.steward.backlog.imports;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.conditional.Representation;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/imports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Imports", description = "Items from the CSV files of other tools.")
@SecurityRequirement(name = "oidc")
class ImportResource {

    private final Access access;
    private final ImportJobs jobs;
    private final ImportViewQuery views;
    private final RowErrors errors;
    private final ImportSteps steps;
    private final Idempotent idempotent;

    ImportResource(
            Access access,
            ImportJobs jobs,
            ImportViewQuery views,
            RowErrors errors,
            ImportSteps steps,
            Idempotent idempotent) {
        this.access = access;
        this.jobs = jobs;
        this.views = views;
        this.errors = errors;
        this.steps = steps;
        this.idempotent = idempotent;
    }

    record ImportErrorPage(
            @Schema(description = "Errors and warnings of this page, by line of the file.")
                    List<RowError> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @GET
    @Operation(
            operationId = "getImport",
            summary = "Get an import",
            description =
                    "Status, progress and first errors of an import. While it is PENDING or RUNNING"
                            + " the answer has `Retry-After`: ask again after that many seconds."
                            + " Imports are kept for 30 days after their end. Needs the right IMPORT.")
    @APIResponseSchema(value = ImportView.class, responseDescription = "The import.")
    public Response get(
            @PathParam("id") @Parameter(description = ApiTexts.IMPORT) String id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var job = named(id);
        job.grant().requireRead(Right.IMPORT);
        var view = views.view(job.id());
        var answer = Representation.read(ifNoneMatch, view.etag(), view);
        return view.status().isEnd()
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, 1).build();
    }

    @GET
    @Path("errors")
    @Operation(
            operationId = "listImportErrors",
            summary = "List the errors of an import",
            description =
                    "Errors and warnings by line of the file, as pages. Needs the right IMPORT.")
    @APIResponseSchema(value = ImportErrorPage.class, responseDescription = "A page of errors.")
    public Response errors(
            @PathParam("id") @Parameter(description = ApiTexts.IMPORT) String id,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var job = named(id);
        job.grant().requireRead(Right.IMPORT);
        var query = "errors of " + job.id();
        return new SizeLimitedPage<RowErrors.StoredError>(
                        (behind, most) -> errorsBehind(job.id(), query, behind, most),
                        kept ->
                                300
                                        + SizeLimitedPage.bytes(
                                                kept.error().column(), kept.error().message()),
                        last -> Cursor.encode(query, keysOf(last)))
                .page(page)
                .map(RowErrors.StoredError::error)
                .response(uri);
    }

    @POST
    @Path("cancel")
    @Operation(
            operationId = "cancelImport",
            summary = "Cancel an import",
            description =
                    "Stops the import after the rows that are being worked on. Items that were"
                            + " imported stay. An import that has ended answers 409 `import-has-ended`,"
                            + " except when it is CANCELLED already. Needs the right IMPORT.")
    @APIResponseSchema(
            value = ImportView.class,
            responseCode = "200",
            responseDescription = "The import is CANCELLED.")
    public Response cancel(@PathParam("id") @Parameter(description = ApiTexts.IMPORT) String id) {
        var job = named(id);
        job.grant().require(Right.IMPORT);
        return idempotent.once(() -> {
            steps.cancel(job.id());
            var view = views.view(job.id());
            return Representation.ok(view.etag(), view);
        });
    }

    private record Visible(UUID id, Grant grant) {}

    private Visible named(String text) {
        try {
            var id = UUID.fromString(text);
            return new Visible(id, access.to(jobs.productOf(id), ImportNotFound::new));
        } catch (IllegalArgumentException e) {
            throw new ImportNotFound();
        }
    }

    private List<RowErrors.StoredError> errorsBehind(
            UUID job, String query, @Nullable String behind, int most) {
        var keys = Cursor.decode(query, behind, 2);
        var line = keys == null ? 0 : Cursor.key(keys.getFirst(), Integer::parseInt);
        var error = keys == null ? 0 : Cursor.key(keys.getLast(), Long::parseLong);
        return errors.page(job, line, error, most);
    }

    private static List<String> keysOf(RowErrors.StoredError last) {
        return List.of(String.valueOf(last.error().line()), String.valueOf(last.id()));
    }
}

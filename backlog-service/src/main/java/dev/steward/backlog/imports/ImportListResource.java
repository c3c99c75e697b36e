package dev.steward.backlog.imports;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Person;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import dev.steward.platform.web.paging.SizeLimitedPage;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/products/{p}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Imports", description = "Items from the CSV files of other tools.")
@SecurityRequirement(name = "oidc")
class ImportListResource {

    private final Access access;
    private final ImportJobs jobs;
    private final People people;

    ImportListResource(Access access, ImportJobs jobs, People people) {
        this.access = access;
        this.jobs = jobs;
        this.people = people;
    }

    record ImportPage(
            @Schema(description = "The imports of this page, newest first. Without their `errors`.")
                    List<ImportView> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @GET
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description =
                    "The product's imports, newest first, as pages. Imports are kept for 30 days"
                            + " after their end. Needs the right IMPORT.")
    @APIResponseSchema(value = ImportPage.class, responseDescription = "A page of imports.")
    public Response list(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var grant = access.to(p).requireRead(Right.IMPORT);
        var query = "imports of " + grant.productId();
        var found =
                new SizeLimitedPage<ImportJob>(
                                (behind, most) ->
                                        jobs.page(grant.productId(), id(query, behind), most),
                                ImportJob::bytes,
                                last -> Cursor.encode(query, List.of(last.id().toString())))
                        .page(page);
        var creators = people.of(found.items().stream().map(ImportJob::actor).distinct().toList());
        return found.map(job -> ImportView.of(job, creatorOf(job, creators), null)).response(uri);
    }

    private static @Nullable UUID id(String query, @Nullable String behind) {
        var keys = Cursor.decode(query, behind, 1);
        return keys == null ? null : Cursor.key(keys.getFirst(), UUID::fromString);
    }

    private static Person creatorOf(ImportJob job, Map<String, Person> creators) {
        return creators.getOrDefault(job.actor(), new Person(job.actor(), null));
    }
}

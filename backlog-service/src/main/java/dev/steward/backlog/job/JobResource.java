package dev.steward.backlog.job;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.conditional.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Jobs", description = "Work that takes longer than a request.")
@SecurityRequirement(name = "oidc")
public class JobResource {

    private final Access access;
    private final Jobs jobs;
    private final People people;

    JobResource(Access access, Jobs jobs, People people) {
        this.access = access;
        this.jobs = jobs;
        this.people = people;
    }

    @GET
    @Operation(
            operationId = "getJob",
            summary = "Get a job",
            description =
                    "Status and progress of work that takes longer than a request. While it is"
                            + " PENDING or RUNNING the answer has `Retry-After`: ask again after that"
                            + " many seconds. Jobs are kept for 30 days after their end. Needs the"
                            + " right READ_BACKLOG.")
    @APIResponseSchema(value = JobView.class, responseDescription = "The job.")
    public Response get(
            @PathParam("id") @Parameter(description = ApiTexts.JOB) String id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var job = named(id);
        access.to(job.productId(), JobNotFound::new).requireRead(Right.READ_BACKLOG);
        var view = JobView.of(job, people.of(job.actor()));
        var answer = Representation.read(ifNoneMatch, view.etag(), view);
        return job.status().isEnd()
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, 1).build();
    }

    private Job named(String text) {
        try {
            return jobs.named(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new JobNotFound();
        }
    }

    /// The answer 202 to a request for which a job was created.
    public static Response accepted(JobView view) {
        return Response.accepted(view)
                .location(URI.create(view.path()))
                .header(HttpHeaders.ETAG, view.etag())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}

package dev.steward.backlog.job;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Representation;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Jobs", description = "Work on a whole product that takes longer than a request.")
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
                    """
                    Jobs are kept for 30 days after their end. Ask again after `Retry-After` seconds, which is there until the \
                    job has ended. Whoever may read the backlog may read it.\
                    """)
    @APIResponseSchema(value = JobView.class, responseDescription = "How the job is going.")
    public Response get(
            @PathParam("id") String id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var job = named(id);
        access.to(job.productId(), JobNotFound::new).toRead(Right.READ_BACKLOG);
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

    /// The answer to a request that has become a job.
    public static Response accepted(JobView view) {
        return Response.accepted(view)
                .location(URI.create(view.path()))
                .header(HttpHeaders.ETAG, view.etag())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}

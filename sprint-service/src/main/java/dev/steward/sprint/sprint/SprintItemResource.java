package dev.steward.sprint.sprint;

import dev.steward.platform.web.Body;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is in a sprint, over HTTP.
@Path("/api/v1/sprints/{s}/items")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "What a team does next, and how it went.")
@SecurityRequirement(name = "oidc")
class SprintItemResource {

    private final SprintReading reading;
    private final SprintScope scope;
    private final Idempotent idempotent;

    SprintItemResource(SprintReading reading, SprintScope scope, Idempotent idempotent) {
        this.reading = reading;
        this.scope = scope;
        this.idempotent = idempotent;
    }

    @Schema(name = "SprintSelection")
    record Selection(
            @Schema(description = "Ids or keys of READY items.")
                    @NotEmpty
                    @Size(max = SprintItems.MOST)
                    Set<@NotNull @Size(min = 1, max = 40) String> itemIds) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "selectItems",
            summary = "Take READY items into a sprint, all of them or none",
            description =
                    "Into an ACTIVE sprint this is a change of its scope, which needs SCOPE_CHANGE.")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "200",
            responseDescription = "The sprint with these items.")
    public Response select(@PathParam("s") UUID id, @NotNull Body<Selection> body) {
        var grant = reading.grantToItsScope(id);
        var wanted = body.read();
        return idempotent.once(() -> {
            var sprint = reading.view(scope.select(id, grant, wanted.itemIds()));
            return Representation.ok(sprint.etag(), sprint);
        });
    }

    @DELETE
    @Path("{i}")
    @Operation(
            operationId = "removeItem",
            summary = "Take an item out of a sprint",
            description =
                    "`If-Match` is the version of the work on it. Done items stay. In an ACTIVE sprint this is a change of its scope, which needs SCOPE_CHANGE.")
    @APIResponse(responseCode = "204", description = "It is out; the work on it is NONE.")
    public Response remove(
            @PathParam("s") UUID id,
            @PathParam("i") @Parameter(description = "The item's id or key.") String item,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = reading.grantToItsScope(id);
        scope.remove(id, grant, item, IfMatch.required(ifMatch));
        return Response.noContent().build();
    }
}

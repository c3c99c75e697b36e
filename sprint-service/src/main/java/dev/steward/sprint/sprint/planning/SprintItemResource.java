package dev.steward.sprint.sprint.planning;

import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.sprint.sprint.SprintItems;
import dev.steward.sprint.sprint.SprintQuery;
import dev.steward.sprint.sprint.SprintView;
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

/// The items of a sprint over HTTP.
@Path("/api/v1/sprints/{s}/items")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sprints", description = "Sprints of a team: planning, scope, closing and figures.")
@SecurityRequirement(name = "oidc")
class SprintItemResource {

    private final SprintQuery sprintQuery;
    private final SprintScopeChanges scope;
    private final Idempotent idempotent;

    SprintItemResource(SprintQuery sprintQuery, SprintScopeChanges scope, Idempotent idempotent) {
        this.sprintQuery = sprintQuery;
        this.scope = scope;
        this.idempotent = idempotent;
    }

    @Schema(name = "SprintSelection")
    record Selection(
            @Schema(
                            description =
                                    "Ids or keys of the items; each must be READY, unless its work is already under way outside a sprint.")
                    @NotEmpty
                    @Size(max = SprintItems.MOST)
                    Set<@NotNull @Size(min = 1, max = 40) String> itemIds) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addSprintItems",
            summary = "Add items to a sprint",
            description =
                    "All of the items are added, or none when one of them cannot be. Their work becomes SELECTED unless it is IN_PROGRESS already. An item is in one sprint at a time, and a sprint holds at most 500 items. Adding to an ACTIVE sprint is a change of scope and needs the right SCOPE_CHANGE.")
    @APIResponseSchema(
            value = SprintView.class,
            responseCode = "200",
            responseDescription = "The sprint with the added items.")
    public Response add(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @NotNull Body<Selection> body) {
        var grant = sprintQuery.grantScopeChange(id);
        var wanted = body.read();
        return idempotent.once(() -> {
            var sprint = sprintQuery.view(scope.add(id, grant, wanted.itemIds()));
            return Representation.ok(sprint.etag(), sprint);
        });
    }

    @DELETE
    @Path("{i}")
    @Operation(
            operationId = "removeSprintItem",
            summary = "Remove an item from a sprint",
            description =
                    "The item returns to the backlog and the work on it becomes NONE. `If-Match` takes the version of the work on the item, as on the board. An item that is DONE cannot be removed. Removing from an ACTIVE sprint is a change of scope and needs the right SCOPE_CHANGE.")
    @APIResponse(responseCode = "204", description = "Removed.")
    public Response remove(
            @PathParam("s") @Parameter(description = "Id of the sprint.") UUID id,
            @PathParam("i") @Parameter(description = "Id or key of the item.") String item,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = sprintQuery.grantScopeChange(id);
        scope.remove(id, grant, item, IfMatch.required(ifMatch));
        return Response.noContent().build();
    }
}

package dev.steward.sprint.progress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.sprint.item.ItemNotFound;
import dev.steward.sprint.item.Items;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The work on an item over HTTP.
@Path("/api/v1/items/{i}/work")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work", description = "The work on an item: status and assignee.")
@SecurityRequirement(name = "oidc")
class WorkResource {

    private final Access access;
    private final Items items;
    private final WorkQuery workQuery;
    private final WorkChanges workChanges;
    private final MergePatch mergePatch;

    WorkResource(
            Access access,
            Items items,
            WorkQuery workQuery,
            WorkChanges workChanges,
            MergePatch mergePatch) {
        this.access = access;
        this.items = items;
        this.workQuery = workQuery;
        this.workChanges = workChanges;
        this.mergePatch = mergePatch;
    }

    @GET
    @Operation(
            operationId = "getWork",
            summary = "Get the work on an item",
            description =
                    "Status, assignee and sprint of the work. Every item has it: before the first change the status is NONE and the version 0.")
    @APIResponseSchema(value = WorkView.class, responseDescription = "The work on the item.")
    public Response get(
            @PathParam("i") @Parameter(description = "Id or key of the item.") String item,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var found = items.get(item);
        access.to(found.productId(), ItemNotFound::new).requireRead(Right.READ_BACKLOG);
        var work = workQuery.of(found);
        return Representation.read(ifNoneMatch, work.etag(), work);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateWork",
            summary = "Update the work status and assignee of an item",
            description =
                    "A merge patch: absent fields stay, null removes the assignee. The status changes one step at a time: NONE, SELECTED, IN_PROGRESS, DONE; back from DONE to IN_PROGRESS with a reason; and outside a sprint back to NONE. In a sprint, work starts once the sprint is ACTIVE. An item with acceptance criteria that are not met can become DONE; `advice` then warns. Before the first change, `If-Match` is `\"0\"`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = WorkFields.class)))
    @APIResponseSchema(value = WorkView.class, responseDescription = "The work as it is now.")
    public Response update(
            @PathParam("i") @Parameter(description = "Id or key of the item.") String item,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var found = items.get(item);
        var grant = access.to(found.productId(), ItemNotFound::new).require(Right.WORK);
        var patch = body.read();
        return Representation.changed(
                IfMatch.required(ifMatch),
                condition ->
                        workQuery.view(
                                workChanges.update(
                                        found.id(),
                                        grant,
                                        condition,
                                        fields -> mergePatch.apply(patch, fields))),
                () -> workQuery.of(found));
    }
}

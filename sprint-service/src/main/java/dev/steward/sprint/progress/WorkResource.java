package dev.steward.sprint.progress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.MergePatch;
import dev.steward.platform.web.Representation;
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

/// Work over HTTP.
@Path("/api/v1/items/{i}/work")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work", description = "Who works on an item and how far it is.")
@SecurityRequirement(name = "oidc")
class WorkResource {

    private final Access access;
    private final Items items;
    private final WorkReading reading;
    private final WorkProgress progress;
    private final MergePatch mergePatch;

    WorkResource(
            Access access,
            Items items,
            WorkReading reading,
            WorkProgress progress,
            MergePatch mergePatch) {
        this.access = access;
        this.items = items;
        this.reading = reading;
        this.progress = progress;
        this.mergePatch = mergePatch;
    }

    @GET
    @Operation(operationId = "getWork", summary = "The work on an item")
    @APIResponseSchema(value = WorkView.class, responseDescription = "How far it is.")
    public Response get(
            @PathParam("i") @Parameter(description = "The item's id or key.") String name,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var item = items.named(name);
        access.to(item.productId(), ItemNotFound::new).toRead(Right.READ_BACKLOG);
        var work = reading.of(item);
        return Representation.read(ifNoneMatch, work.etag(), work);
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "patchWork",
            summary = "Say how far the work on an item is, and who does it",
            description =
                    "One step at a time. DONE with criteria that are not met is possible; `advice` says so. Nobody has touched what has version 0.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = WorkFields.class)))
    @APIResponseSchema(value = WorkView.class, responseDescription = "The work as it is now.")
    public Response patch(
            @PathParam("i") @Parameter(description = "The item's id or key.") String name,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var item = items.named(name);
        var grant = access.to(item.productId(), ItemNotFound::new).toDo(Right.WORK);
        var patch = body.read();
        var condition = IfMatch.required(ifMatch);
        var work =
                condition.guarding(
                        () ->
                                reading.view(
                                        progress.change(
                                                item.id(),
                                                grant,
                                                condition,
                                                fields -> mergePatch.apply(patch, fields))),
                        () -> reading.of(item));
        return Representation.ok(work.etag(), work);
    }
}

package dev.steward.backlog.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.backlog.item.ItemPlacement.Place;
import dev.steward.platform.access.Access;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Idempotent;
import dev.steward.platform.web.MergePatch;
import dev.steward.platform.web.Representation;
import dev.steward.platform.web.Unreadable;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/products/{p}/items")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Items", description = "What there is to do.")
@SecurityRequirement(name = "oidc")
public class NewItemResource {

    private final Access access;
    private final ItemViewQuery reading;
    private final ItemCreation capture;
    private final Idempotent idempotent;
    private final MergePatch mergePatch;

    NewItemResource(
            Access access,
            ItemViewQuery reading,
            ItemCreation capture,
            Idempotent idempotent,
            MergePatch mergePatch) {
        this.access = access;
        this.reading = reading;
        this.capture = capture;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
    }

    /// The body in the document: the fields of an item, and where it shall stand.
    @Schema(
            name = "NewItem",
            allOf = {ItemFields.class, Placed.class},
            requiredProperties = {"type", "title"})
    record NewItemSchema() {}

    @Schema(name = "NewItemPlace")
    record Placed(@Nullable Place place) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createItem",
            summary = "Put an item into the backlog, last unless `place` says where",
            description =
                    "Needs CREATE_ITEM, and the right of every field beside the text: ESTIMATE for the"
                            + " estimate, PRIORITISE for the value inputs and the place.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewItemSchema.class)))
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "201",
            responseDescription = "It is NEW.")
    public Response create(@PathParam("p") String p, @NotNull Body<ObjectNode> sent) {
        var member = access.to(p);
        var body = sent.read();
        body.removeIf(JsonNode::isNull);
        var grant = FieldGroup.allowNew(member, MergePatch.fields(body));
        var place = place(body.remove("place"));
        var wanted = new ItemCreation.CreateRequest(mergePatch.apply(body, ItemFields.EMPTY), place);
        return idempotent.once(() -> {
            var id = capture.create(grant, wanted);
            var view = reading.view(id, grant);
            return Representation.created(URI.create("/api/v1/items/" + id), view.etag(), view);
        });
    }

    private Optional<Place> place(@Nullable JsonNode place) {
        return switch (place) {
            case null -> Optional.empty();
            case ObjectNode fields -> Optional.of(mergePatch.apply(fields, Place.NOWHERE));
            case JsonNode _ ->
                    throw new Unreadable(
                            "unreadable-request",
                            "A place is an object.",
                            List.of(FieldError.at("/place", "unreadable", "Not an object.")));
        };
    }
}

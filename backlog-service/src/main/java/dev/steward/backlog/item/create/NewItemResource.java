package dev.steward.backlog.item.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.item.FieldGroup;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.create.ItemPlacement.Place;
import dev.steward.backlog.item.details.ItemView;
import dev.steward.backlog.item.details.ItemViewQuery;
import dev.steward.platform.access.Access;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.idempotency.Idempotent;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Unreadable;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/products/{p}/items")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Items", description = "The items of the product backlog.")
@SecurityRequirement(name = "oidc")
class NewItemResource {

    private final Access access;
    private final ItemViewQuery views;
    private final ItemCreation creation;
    private final Idempotent idempotent;
    private final MergePatch mergePatch;

    NewItemResource(
            Access access,
            ItemViewQuery views,
            ItemCreation creation,
            Idempotent idempotent,
            MergePatch mergePatch) {
        this.access = access;
        this.views = views;
        this.creation = creation;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
    }

    /// Schema of the request body: the fields of an item, and its place.
    @Schema(
            name = "NewItem",
            allOf = {ItemFields.class, Placed.class},
            requiredProperties = {"type", "title"})
    record NewItemSchema() {}

    @Schema(name = "NewItemPlace")
    record Placed(
            @Schema(
                            description =
                                    "Where the item goes in the order. Without it the item comes"
                                            + " last. Needs the right PRIORITISE.")
                    @Nullable Place place) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createItem",
            summary = "Create an item",
            description =
                    "The new item is NEW and comes last in the order unless `place` names another"
                            + " place. Needs the right CREATE_ITEM, and for these fields another one:"
                            + " ESTIMATE for the estimate; PRIORITISE for `place`, value, time"
                            + " criticality, risk reduction, reach, impact and confidence.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewItemSchema.class)))
    @APIResponseSchema(
            value = ItemView.class,
            responseCode = "201",
            responseDescription = "Created; the item is NEW.")
    public Response create(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @NotNull Body<ObjectNode> sent) {
        var member = access.to(p);
        var body = sent.read();
        body.removeIf(JsonNode::isNull);
        var grant = FieldGroup.allowNew(member, MergePatch.fields(body));
        var place = place(body.remove("place"));
        var request =
                new ItemCreation.CreateRequest(mergePatch.apply(body, ItemFields.EMPTY), place);
        return idempotent.once(() -> {
            var id = creation.create(grant, request);
            var view = views.view(id, grant);
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
                            "`place` must be an object.",
                            List.of(
                                    FieldError.at(
                                            "/place", "unreadable", "`place` must be an object.")));
        };
    }
}

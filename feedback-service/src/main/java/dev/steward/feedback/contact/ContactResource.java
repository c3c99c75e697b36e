package dev.steward.feedback.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.body.MergePatch;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.Representation;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// HTTP API of contacts.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Customers")
@SecurityRequirement(name = "oidc")
class ContactResource {

    /// What can be updated of a contact.
    @Schema(name = "ContactPatch")
    record ContactPatch(
            @Schema(
                            description =
                                    "Whether the person wants no messages about releases. After true, messages that have not been sent yet are not sent.")
                    @NotNull
                    Boolean optOut) {}

    private final Access access;
    private final Contacts contacts;
    private final ContactPreferences preferences;
    private final MergePatch mergePatch;

    ContactResource(
            Access access,
            Contacts contacts,
            ContactPreferences preferences,
            MergePatch mergePatch) {
        this.access = access;
        this.contacts = contacts;
        this.preferences = preferences;
        this.mergePatch = mergePatch;
    }

    @GET
    @Path("/contacts/{c}")
    @Operation(
            operationId = "getContact",
            summary = "Get a contact",
            description =
                    "Needs the right CUSTOMERS, at least to read; the e-mail address is shown with the "
                            + "right CUSTOMER_VALUE.")
    @APIResponse(
            responseCode = "200",
            description = "The contact.",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    public Response get(
            @Parameter(description = "Id of the contact.") @PathParam("c") UUID id,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var contact = contacts.get(id);
        var view = view(contact, grantTo(contact.productId()).requireRead(Right.CUSTOMERS));
        return Representation.read(ifNoneMatch, Representation.etag(view.version(), view), view);
    }

    @PATCH
    @Path("/contacts/{c}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateContact",
            summary = "Update whether a contact wants messages",
            description =
                    "An opt-out stays, whatever a source sends about the person later. Messages that have not "
                            + "been sent yet are not sent.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ContactPatch.class)))
    @APIResponse(
            responseCode = "200",
            description = "The contact.",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    public Response update(
            @Parameter(description = "Id of the contact.") @PathParam("c") UUID id,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @NotNull Body<ObjectNode> body) {
        var grant = grantTo(contacts.productOf(id)).require(Right.CUSTOMERS);
        var patch = body.read();
        var match = IfMatch.required(ifMatch);
        var updated =
                match.guarding(
                        () ->
                                preferences.updateOptOut(
                                        id,
                                        before ->
                                                mergePatch
                                                        .apply(patch, new ContactPatch(before))
                                                        .optOut(),
                                        match,
                                        grant.by()),
                        () -> view(contacts.get(id), grant));
        return Representation.ok(Representation.etag(updated.version()), view(updated, grant));
    }

    private Grant grantTo(UUID productId) {
        return access.to(productId, ContactNotFound::new);
    }

    private static ContactView view(Contact contact, Grant grant) {
        return ContactView.of(contact, grant.mayRead(Right.CUSTOMER_VALUE));
    }
}

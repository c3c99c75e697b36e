package dev.steward.backlog.product;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Caller;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Right;
import dev.steward.platform.access.Role;
import dev.steward.platform.web.body.Body;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.conditional.IfNoneMatch;
import dev.steward.platform.web.conditional.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.EnumSet;
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

/// One member of a product.
@Path("/api/v1/products/{p}/members/{subject}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Members", description = "The members of a product and their roles.")
@SecurityRequirement(name = "oidc")
public class MemberResource {

    /// The characters that OpenID Connect allows in a `sub`.
    private static final String SUBJECT = "[\\x21-\\x7e]{1,255}";

    private final Access access;
    private final Caller caller;
    private final MembershipRights rights;
    private final MembershipChanges membershipChanges;
    private final Memberships memberships;
    private final People people;

    MemberResource(
            Access access,
            Caller caller,
            MembershipRights rights,
            MembershipChanges membershipChanges,
            Memberships memberships,
            People people) {
        this.access = access;
        this.caller = caller;
        this.rights = rights;
        this.membershipChanges = membershipChanges;
        this.memberships = memberships;
        this.people = people;
    }

    @Schema(name = "MemberRoles")
    record MemberRoles(
            @Schema(
                            description =
                                    "All roles that the person shall have in the product, at least"
                                            + " one. The list replaces the present one.")
                    @NotEmpty
                    Set<@NotNull Role> roles) {}

    @GET
    @Operation(
            operationId = "getMember",
            summary = "Get a member",
            description =
                    "The roles of a person in the product. 404 when the person is no member. Needs"
                            + " the right READ_MEMBERS.")
    @APIResponseSchema(value = MemberView.class, responseDescription = "The member.")
    public Response get(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @PathParam("subject")
                    @Parameter(description = ApiTexts.SUBJECT)
                    @Pattern(regexp = SUBJECT)
                    String subject,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(p).requireRead(Right.READ_MEMBERS);
        var view = view(grant.productId(), subject);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putMember",
            summary = "Add a member or change the roles of one",
            description =
                    "Creates the membership or replaces its roles. Naming another OWNER hands the"
                            + " product over: the former owner becomes a MANAGER. Send `If-None-Match:"
                            + " *` to only add, `If-Match` to change an existing membership. Needs the"
                            + " right ADMINISTER; an administrator of the platform may name an OWNER in"
                            + " any product.")
    @APIResponseSchema(value = MemberView.class, responseDescription = "The roles were changed.")
    @APIResponse(responseCode = "201", description = "The person was added.")
    public Response put(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @PathParam("subject")
                    @Parameter(description = ApiTexts.SUBJECT)
                    @Pattern(regexp = SUBJECT)
                    String subject,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @NotNull Body<MemberRoles> body) {
        var condition = new MembershipChanges.Condition(ifMatch, IfNoneMatch.isAny(ifNoneMatch));
        rights.checkMayAssign(p);
        var roles = EnumSet.copyOf(body.read().roles());
        var key = new MembershipChanges.MembershipKey(rights.productFor(p, roles), subject);
        var assigned =
                IfMatch.optional(ifMatch)
                        .guarding(
                                () ->
                                        membershipChanges.assign(
                                                key, roles, condition, caller.provenance()),
                                () -> view(key.productId(), subject));
        return answer(p, assigned);
    }

    @DELETE
    @Operation(
            operationId = "deleteMember",
            summary = "Remove a member",
            description =
                    "Ends the membership. The only OWNER cannot be removed (409"
                            + " `product-needs-its-owner`). Send the `ETag` that you have seen as"
                            + " `If-Match` (428 without it, 412 when somebody changed it meanwhile)."
                            + " Needs the right ADMINISTER; you may always end your own membership.")
    @APIResponse(responseCode = "204", description = "The membership has ended.")
    public Response remove(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @PathParam("subject")
                    @Parameter(description = ApiTexts.SUBJECT)
                    @Pattern(regexp = SUBJECT)
                    String subject,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = access.to(p);
        if (!subject.equals(caller.subject())) {
            grant.require(Right.ADMINISTER);
        }
        var condition = IfMatch.required(ifMatch);
        var key = new MembershipChanges.MembershipKey(grant.productId(), subject);
        condition.guarding(
                () -> {
                    membershipChanges.remove(key, condition, grant.by());
                    return key;
                },
                () -> view(key.productId(), subject));
        return Response.noContent().build();
    }

    private MemberView view(UUID productId, String subject) {
        return MemberView.of(memberships.active(productId, subject), people.of(subject));
    }

    private Response answer(String p, MembershipChanges.Assigned assigned) {
        var membership = assigned.membership();
        var view = MemberView.of(membership, people.of(membership.subject()));
        var etag = view.etag();
        return assigned.isNew()
                ? Representation.created(
                        UriBuilder.fromPath("/api/v1/products/{p}/members/{subject}")
                                .build(p, view.subject()),
                        etag,
                        view)
                : Representation.ok(etag, view);
    }
}

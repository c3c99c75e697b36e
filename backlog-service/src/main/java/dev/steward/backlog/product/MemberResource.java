package dev.steward.backlog.product;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Caller;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Person;
import dev.steward.platform.access.Right;
import dev.steward.platform.access.Role;
import dev.steward.platform.web.Body;
import dev.steward.platform.web.Cursor;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.IfNoneMatch;
import dev.steward.platform.web.Page;
import dev.steward.platform.web.PageQuery;
import dev.steward.platform.web.Representation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/products/{p}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Members", description = "Who is what in a product.")
@SecurityRequirement(name = "oidc")
public class MemberResource {

    /// What OpenID Connect allows as a `sub`.
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
    record MemberRoles(@NotEmpty Set<@NotNull Role> roles) {}

    /// @param name null while nobody with this subject has come with a token
    /// @param known whether somebody has: until then the subject may be a misspelt one
    @Schema(name = "Member")
    record MemberView(
            String subject,
            @Nullable String name,
            boolean known,
            Set<Role> roles,
            Instant grantedAt,
            long version) {

        String etag() {
            return Representation.etag(version, String.valueOf(name));
        }

        static MemberView of(Membership membership, Person person) {
            return new MemberView(
                    membership.subject(),
                    person.name(),
                    person.name() != null,
                    membership.roles(),
                    membership.grantedAt(),
                    membership.version());
        }
    }

    record MemberPage(List<MemberView> items, Page.Place page) {}

    record PersonPage(List<Person> items, Page.Place page) {}

    @GET
    @Path("members")
    @Operation(operationId = "listMembers", summary = "The members of a product and their roles")
    @APIResponseSchema(
            value = MemberPage.class,
            responseDescription = "A page of them, by subject.")
    public Response list(
            @PathParam("p") String p, @Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        var members = members(p, page);
        var named = namesOf(members);
        return members.map(member -> MemberView.of(member, named.apply(member))).response(uri);
    }

    @GET
    @Path("people")
    @Operation(operationId = "listPeople", summary = "The names behind the subjects of a product")
    @APIResponseSchema(
            value = PersonPage.class,
            responseDescription = "A page of them, by subject.")
    public Response people(
            @PathParam("p") String p, @Valid @BeanParam PageQuery page, @Context UriInfo uri) {
        var members = members(p, page);
        return members.map(namesOf(members)).response(uri);
    }

    @GET
    @Path("members/{subject}")
    @Operation(operationId = "getMember", summary = "What a person is in a product")
    @APIResponseSchema(value = MemberView.class, responseDescription = "The member.")
    public Response get(
            @PathParam("p") String p,
            @PathParam("subject") @Pattern(regexp = SUBJECT) String subject,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var grant = access.to(p).toRead(Right.READ_MEMBERS);
        var view = view(grant.productId(), subject);
        return Representation.read(ifNoneMatch, view.etag(), view);
    }

    @PUT
    @Path("members/{subject}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putMember",
            summary = "Make a person a member, or change a member's roles",
            description =
                    "Naming another OWNER hands the product over: the owner so far becomes a MANAGER."
                            + " The platform's administrator may do that in any product.")
    @APIResponseSchema(value = MemberView.class, responseDescription = "The roles are changed.")
    @APIResponse(responseCode = "201", description = "The person is a member now.")
    public Response put(
            @PathParam("p") String p,
            @PathParam("subject") @Pattern(regexp = SUBJECT) String subject,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @NotNull Body<MemberRoles> body) {
        var condition = new MembershipChanges.Condition(ifMatch, IfNoneMatch.isAny(ifNoneMatch));
        rights.checkMayAssign(p);
        var roles = EnumSet.copyOf(body.read().roles());
        var post = new MembershipChanges.MembershipKey(rights.productFor(p, roles), subject);
        var assigned =
                Objects.requireNonNullElse(ifMatch, IfMatch.ANYTHING)
                        .guarding(
                                () -> membershipChanges.assign(post, roles, condition, caller.provenance()),
                                () -> view(post.productId(), subject));
        return answer(p, assigned);
    }

    @DELETE
    @Path("members/{subject}")
    @Operation(
            operationId = "removeMember",
            summary = "End a membership; a member may leave of their own accord")
    @APIResponse(responseCode = "204", description = "No member any more.")
    public Response remove(
            @PathParam("p") String p,
            @PathParam("subject") @Pattern(regexp = SUBJECT) String subject,
            @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        var grant = access.to(p);
        if (!subject.equals(caller.subject())) {
            grant.toDo(Right.ADMINISTER);
        }
        var condition = IfMatch.required(ifMatch);
        var post = new MembershipChanges.MembershipKey(grant.productId(), subject);
        condition.guarding(
                () -> {
                    membershipChanges.remove(post, condition, grant.by());
                    return post;
                },
                () -> view(post.productId(), subject));
        return Response.noContent().build();
    }

    private Page<Membership> members(String p, PageQuery page) {
        var grant = access.to(p).toRead(Right.READ_MEMBERS);
        var query = "members of " + grant.productId();
        var after = Cursor.decode(query, page.cursor, 1);
        var rows =
                memberships.page(
                        grant.productId(), after == null ? "" : after.getFirst(), page.limit + 1);
        return Page.of(rows, page.limit, last -> Cursor.encode(query, List.of(last.subject())));
    }

    private Function<Membership, Person> namesOf(Page<Membership> members) {
        var persons = people.of(members.items().stream().map(Membership::subject).toList());
        return member -> persons.getOrDefault(member.subject(), new Person(member.subject(), null));
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

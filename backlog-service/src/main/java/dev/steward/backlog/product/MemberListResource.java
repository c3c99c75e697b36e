package dev.steward.backlog.product;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.People;
import dev.steward.platform.access.Person;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.PageQuery;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The members of a product.
@Path("/api/v1/products/{p}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Members", description = "The members of a product and their roles.")
@SecurityRequirement(name = "oidc")
class MemberListResource {

    private final Access access;
    private final Memberships memberships;
    private final People people;

    MemberListResource(Access access, Memberships memberships, People people) {
        this.access = access;
        this.memberships = memberships;
        this.people = people;
    }

    record MemberPage(
            @Schema(description = "The members of this page, by subject.") List<MemberView> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    record PersonPage(
            @Schema(description = "The people of this page, by subject.") List<Person> items,
            @Schema(description = ApiTexts.PAGE) Page.Info page) {}

    @GET
    @Path("members")
    @Operation(
            operationId = "listMembers",
            summary = "List the members of a product",
            description =
                    "The members with their roles, by subject, as pages. Needs the right"
                            + " READ_MEMBERS.")
    @APIResponseSchema(value = MemberPage.class, responseDescription = "A page, by subject.")
    public Response list(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var members = members(p, page);
        var named = namesOf(members);
        return members.map(member -> MemberView.of(member, named.apply(member))).response(uri);
    }

    @GET
    @Path("people")
    @Operation(
            operationId = "listPeople",
            summary = "List the people of a product",
            description =
                    "Names of the members of the product, by subject, as pages; to show a name"
                            + " where only a subject is known. Needs the right READ_MEMBERS.")
    @APIResponseSchema(value = PersonPage.class, responseDescription = "A page, by subject.")
    public Response people(
            @PathParam("p") @Parameter(description = ApiTexts.PRODUCT) String p,
            @Valid @BeanParam PageQuery page,
            @Context UriInfo uri) {
        var members = members(p, page);
        return members.map(namesOf(members)).response(uri);
    }

    private Page<Membership> members(String p, PageQuery page) {
        var grant = access.to(p).requireRead(Right.READ_MEMBERS);
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
}

package dev.steward.backlog.product;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Person;
import dev.steward.platform.access.Role;
import dev.steward.platform.web.conditional.Representation;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A member of a product.
@Schema(name = "Member")
record MemberView(
        @Schema(description = "Id of the person: the `sub` of their access token.") String subject,
        @Schema(description = "Name of the person; null until they have used Steward once.")
                @Nullable String name,
        @Schema(
                        description =
                                "Whether the person has used Steward yet. While false, the"
                                        + " subject may be misspelt.")
                boolean known,
        @Schema(description = "Roles of the person in the product.") Set<Role> roles,
        @Schema(description = "When the person became a member (UTC).") Instant grantedAt,
        @Schema(description = ApiTexts.VERSION) long version) {

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

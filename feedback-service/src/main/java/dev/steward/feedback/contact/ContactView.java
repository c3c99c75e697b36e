package dev.steward.feedback.contact;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A contact, as far as the caller may see it.
@Schema(name = "Contact")
record ContactView(
        @Schema(description = "Id of the contact.") UUID id,
        @Schema(description = "Increases by 1 with every change.") long version,
        @Schema(description = "Name of the person; null when no source has sent one.")
                @Nullable String name,
        @Schema(
                        description =
                                "E-mail address of the person. Null when unknown, and for callers without the right CUSTOMER_VALUE.")
                @Nullable String email,
        @Schema(
                        description =
                                "Id of the customer (company) that the person belongs to; null for a person without a company.")
                @Nullable UUID customerId,
        @Schema(description = "Whether the person wants no messages about releases.")
                boolean optOut,
        @Schema(description = "When the contact was created.") Instant createdAt) {

    static ContactView of(Contact contact, boolean withAddress) {
        return new ContactView(
                contact.id(),
                contact.version(),
                contact.name(),
                withAddress ? contact.email() : null,
                contact.customerId(),
                contact.optOut(),
                contact.createdAt());
    }
}

package dev.steward.feedback.contact;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A contact as a caller may see them.
@Schema(name = "Contact")
record ContactView(
        UUID id,
        long version,
        @Nullable String name,
        @Schema(description = "Only with the right CUSTOMER_VALUE.") @Nullable String email,
        @Nullable UUID customerId,
        @Schema(description = "They want no messages.") boolean optOut,
        Instant createdAt) {

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

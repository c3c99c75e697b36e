package dev.steward.feedback.contact;

import dev.steward.feedback.identity.EmailAddress;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who submits feedback or votes.
///
/// @param customerId the company that the person belongs to; null for none
/// @param optOut whether the person wants no messages about releases
record Contact(
        UUID id,
        UUID productId,
        long version,
        @Nullable String name,
        @Nullable String email,
        @Nullable UUID customerId,
        boolean optOut,
        Instant createdAt) {

    static Contact of(
            UUID id,
            UUID productId,
            ContactInput contactInput,
            @Nullable UUID company,
            Instant at) {
        return new Contact(
                id, productId, 1, contactInput.name(), contactInput.email(), company, false, at);
    }

    ContactEvent created() {
        return new ContactEvent.Created(this);
    }

    /// @return empty when nothing changes
    Optional<ContactEvent.OptOutChanged> updateOptOut(boolean requested) {
        return optOut == requested
                ? Optional.empty()
                : Optional.of(
                        new ContactEvent.OptOutChanged(
                                new Contact(
                                        id,
                                        productId,
                                        version + 1,
                                        name,
                                        email,
                                        customerId,
                                        requested,
                                        createdAt)));
    }

    /// Whether the input has the same mailbox, possibly spelled differently, or no address at all.
    private boolean sameMailbox(ContactInput contactInput) {
        return contactInput.email() == null
                || email != null
                        && EmailAddress.of(email).equals(EmailAddress.of(contactInput.email()));
    }

    /// Updates the contact; what the input leaves out stays.
    ///
    /// @return empty when nothing changes
    Optional<ContactEvent.Edited> update(ContactInput contactInput, @Nullable UUID company) {
        var updated =
                new Contact(
                        id,
                        productId,
                        version + 1,
                        contactInput.name() == null ? name : contactInput.name(),
                        sameMailbox(contactInput) ? email : contactInput.email(),
                        company == null ? customerId : company,
                        optOut,
                        createdAt);
        var same =
                Objects.equals(name, updated.name)
                        && Objects.equals(email, updated.email)
                        && Objects.equals(customerId, updated.customerId);
        return same ? Optional.empty() : Optional.of(new ContactEvent.Edited(updated, this));
    }
}

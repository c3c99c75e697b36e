package dev.steward.feedback.contact;

import dev.steward.feedback.identity.EmailAddress;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who asks for something.
///
/// @param customerId the company that they speak for
/// @param optOut whether they want no messages
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
            UUID id, UUID productId, Mention mention, @Nullable UUID company, Instant at) {
        return new Contact(id, productId, 1, mention.name(), mention.email(), company, false, at);
    }

    ContactEvent created() {
        return new ContactEvent.Created(this);
    }

    /// @return empty when it is so already
    Optional<ContactEvent.Wished> wantMessages(boolean wanted) {
        return optOut == !wanted
                ? Optional.empty()
                : Optional.of(
                        new ContactEvent.Wished(
                                new Contact(
                                        id,
                                        productId,
                                        version + 1,
                                        name,
                                        email,
                                        customerId,
                                        !wanted,
                                        createdAt)));
    }

    /// Another spelling of the address is no news.
    private boolean sameMailbox(Mention mention) {
        return mention.email() == null
                || email != null && EmailAddress.of(email).equals(EmailAddress.of(mention.email()));
    }

    /// Takes over what a mention says; what it leaves out stays.
    ///
    /// @return empty when it says nothing new
    Optional<ContactEvent.Edited> learn(Mention mention, @Nullable UUID company) {
        var learnt =
                new Contact(
                        id,
                        productId,
                        version + 1,
                        mention.name() == null ? name : mention.name(),
                        sameMailbox(mention) ? email : mention.email(),
                        company == null ? customerId : company,
                        optOut,
                        createdAt);
        var same =
                Objects.equals(name, learnt.name)
                        && Objects.equals(email, learnt.email)
                        && Objects.equals(customerId, learnt.customerId);
        return same ? Optional.empty() : Optional.of(new ContactEvent.Edited(learnt, this));
    }
}

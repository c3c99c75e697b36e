package dev.steward.feedback.contact;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.identity.EmailAddress;
import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who submits feedback or votes.
@Entity
class Contact {

    @Id private UUID id;

    private UUID productId;
    private @Nullable String name;
    private @Nullable String email;
    private @Nullable UUID customerId;
    private boolean optOut;
    private Instant createdAt;
    private long version = 1;

    protected Contact() {}

    Contact(UUID productId, ContactInput contactInput, @Nullable UUID company, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.productId = productId;
        this.name = contactInput.name();
        this.email = contactInput.email();
        this.customerId = company;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    ContactEvent created() {
        return new ContactEvent.Created(version, state());
    }

    /// @return empty when nothing changes
    Optional<ContactEvent> updateOptOut(boolean requested) {
        if (optOut == requested) {
            return Optional.empty();
        }
        optOut = requested;
        version++;
        return Optional.of(new ContactEvent.OptOutChanged(version, state()));
    }

    /// Updates the contact; what the input leaves out stays.
    ///
    /// @return empty when nothing changes
    Optional<ContactEvent> update(ContactInput contactInput, @Nullable UUID company) {
        var toName = contactInput.name() == null ? name : contactInput.name();
        var toEmail = sameMailbox(contactInput) ? email : contactInput.email();
        var toCustomer = company == null ? customerId : company;
        if (Objects.equals(name, toName)
                && Objects.equals(email, toEmail)
                && Objects.equals(customerId, toCustomer)) {
            return Optional.empty();
        }
        var changes = Changes.of("customerId", customerId, toCustomer);
        name = toName;
        email = toEmail;
        customerId = toCustomer;
        version++;
        return Optional.of(new ContactEvent.Edited(version, changes, state()));
    }

    /// Whether the input has the same mailbox, possibly spelled differently, or no address at all.
    private boolean sameMailbox(ContactInput contactInput) {
        return contactInput.email() == null
                || email != null
                        && EmailAddress.of(email).equals(EmailAddress.of(contactInput.email()));
    }

    private ContactEvent.State state() {
        return new ContactEvent.State(id, productId, customerId, optOut);
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    long version() {
        return version;
    }

    @Nullable String name() {
        return name;
    }

    @Nullable String email() {
        return email;
    }

    /// The company that the person belongs to; null for none.
    @Nullable UUID customerId() {
        return customerId;
    }

    /// Whether the person wants no messages about releases.
    boolean optOut() {
        return optOut;
    }

    Instant createdAt() {
        return createdAt;
    }
}

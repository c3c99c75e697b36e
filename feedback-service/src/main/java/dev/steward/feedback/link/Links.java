package dev.steward.feedback.link;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The links of all entries. Whoever changes them holds the lock of the entry.
@ApplicationScoped
class Links implements PanacheRepositoryBase<Link, UUID> {

    /// @throws LinkNotFound also when it was removed
    Link get(UUID feedbackId, UUID id) {
        return find("id = ?1 and feedbackId = ?2 and not removed", id, feedbackId)
                .firstResultOptional()
                .orElseThrow(LinkNotFound::new);
    }

    Optional<Link> between(UUID feedbackId, UUID itemId) {
        return find("feedbackId = ?1 and itemId = ?2 and not removed", feedbackId, itemId)
                .firstResultOptional();
    }

    /// Also a removed one.
    Optional<Link> everBetween(UUID feedbackId, UUID itemId) {
        return find("feedbackId = ?1 and itemId = ?2", feedbackId, itemId).firstResultOptional();
    }
}

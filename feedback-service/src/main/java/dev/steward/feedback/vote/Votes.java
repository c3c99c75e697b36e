package dev.steward.feedback.vote;

import dev.steward.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The votes of all entries. Whoever changes them holds the lock of the entry.
@ApplicationScoped
class Votes implements PanacheRepositoryBase<Vote, UUID> {

    private static final String OF =
            "select id from vote where feedback_id = any (:entries) and contact_id = any (:contacts)";

    private final Database database;

    Votes(Database database) {
        this.database = database;
    }

    /// Also withdrawn ones. May contain votes of these people for other entries of the list.
    List<Vote> of(Collection<UUID> entries, Collection<UUID> contacts) {
        var ids =
                database.query(
                        OF,
                        query ->
                                query.bindArray("entries", UUID.class, entries)
                                        .bindArray("contacts", UUID.class, contacts)
                                        .mapTo(UUID.class)
                                        .list());
        return getSession().findMultiple(Vote.class, ids);
    }

    /// Also a withdrawn one.
    ///
    /// @throws VoteNotFound when this person has never voted for the entry
    Vote of(UUID entry, UUID contact) {
        return find("feedbackId = ?1 and contactId = ?2", entry, contact)
                .firstResultOptional()
                .orElseThrow(VoteNotFound::new);
    }
}

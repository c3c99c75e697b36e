package dev.steward.feedback.vote;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.SqlArray;
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

    private static final String INSERT =
            """
            insert into vote (id, product_id, feedback_id, contact_id, version, importance, quote, voted_at, withdrawn,
                recorded_by)
            select id, :product, "feedbackId", "contactId", version, importance, quote, "votedAt", withdrawn, "recordedBy"
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, "feedbackId" uuid, "contactId" uuid,
                version bigint, importance int, quote text, "votedAt" timestamptz, withdrawn boolean,
                "recordedBy" text)
            """;

    private final Database database;

    Votes(Database database) {
        this.database = database;
    }

    /// New ones, all in one statement: a batch may bring thousands.
    void insert(UUID productId, Collection<Vote> votes) {
        if (!votes.isEmpty()) {
            var rows = new Json(votes.stream().map(vote -> vote.view(null)).toList());
            database.update(INSERT, insert -> insert.bind("product", productId).bind("rows", rows));
        }
    }

    /// Also withdrawn ones. May contain votes of these people for other entries of the list.
    List<Vote> of(Collection<UUID> entries, Collection<UUID> contacts) {
        var ids =
                database.query(
                        OF,
                        query ->
                                query.bind("entries", SqlArray.uuids(entries))
                                        .bind("contacts", SqlArray.uuids(contacts))
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

package dev.steward.sprint.ledger;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ledgers of all sprints. The database refuses to change or delete an entry.
@ApplicationScoped
public class Ledger {

    private static final String APPEND =
            """
            insert into ledger_entry (sprint_id, at, kind, item_id, estimate_from, estimate_to, effect,
                other_sprint_id, reason, actor, occurred_at, cause)
            select "sprintId", at, details->>'kind', cast(details->>'itemId' as uuid),
                cast(details->>'estimateFrom' as numeric), cast(details->>'estimateTo' as numeric),
                cast(details->>'effect' as numeric), cast(details->>'otherSprintId' as uuid), details->>'reason',
                context->>'actor', cast(context->>'occurredAt' as timestamptz), cast(context->>'cause' as uuid)
            from jsonb_to_recordset(cast(:entries as jsonb)) as r ("sprintId" uuid, at timestamptz, details jsonb, context jsonb)
            """;
    private static final String PAGE =
            """
            select l.at as at, l.kind as kind, l.item_id as item_id, i.key as key, i.title as title,
                l.estimate_from as estimate_from, l.estimate_to as estimate_to, l.effect as effect,
                l.other_sprint_id as other_sprint_id, l.reason as reason, l.actor as actor,
                l.occurred_at as occurred_at
            from ledger_entry l left join item i on i.id = l.item_id
            where l.sprint_id = :sprint and l.at > coalesce(cast(:after as timestamptz), '-infinity')
            order by l.at limit :count
            """;

    private final Database database;

    Ledger(Database database) {
        this.database = database;
    }

    /// In one statement; the caller holds the locks of the sprints.
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<LedgerEntry> entries) {
        if (!entries.isEmpty()) {
            database.update(APPEND, append -> append.bind("entries", new Json(entries)));
        }
    }

    /// Oldest first.
    ///
    /// @param after the time of the last entry of the page before; null for the first page
    public List<LedgerEntryRow> of(UUID sprint, @Nullable Instant after, int count) {
        return database.query(
                PAGE,
                query ->
                        query.bind("sprint", sprint)
                                .bind("after", after)
                                .bind("count", count)
                                .map(LedgerEntryRow::of)
                                .list());
    }
}

package dev.steward.feedback.loop;

import dev.steward.feedback.database.Statements;
import dev.steward.feedback.release.Releases;
import dev.steward.feedback.standing.Standings;
import dev.steward.platform.messaging.EventConsumer;
import dev.steward.platform.messaging.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// News of items, of work on them and of their release moves the entries that ask for them.
///
/// Snapshots too, unlike other reactions: a release that this service first hears of in one is
/// answered then, and the loop's own row sees to it that no release is answered twice.
@ApplicationScoped
class ItemEvents implements EventConsumer {

    private static final String RELEASE = "steward.backlog.release.";

    /// Those that ask for items and do not stand where they should any more.
    private static final String MOVED =
            """
            select f.id from feedback f join feedback_standing s on s.id = f.id
            where s.status <> f.status and f.id in (
                select m.root_id from link l join feedback m on m.id = l.feedback_id
                where l.item_id = any (?::uuid[]) and l.kind = 'SOLVES' and not l.removed)
            """;

    /// Whole families, in the order of ids, as everybody locks them.
    private static final String LOCK =
            "select id from feedback where root_id = any (?::uuid[]) order by id for no key update";

    private final Statements statements;
    private final Releases releases;
    private final Standings standings;
    private final Telling telling;

    ItemEvents(Statements statements, Releases releases, Standings standings, Telling telling) {
        this.statements = statements;
        this.releases = releases;
        this.standings = standings;
        this.telling = telling;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith(RELEASE)
                || type.startsWith("steward.backlog.item.")
                || type.startsWith("steward.sprint.work.");
    }

    /// After the projections.
    @Override
    public int turn() {
        return 1;
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        events.stream()
                .map(IncomingEvent::productId)
                .distinct()
                .sorted()
                .forEach(standings::holdAlone);
        var entries = statements.list(MOVED, row -> row.id("id"), itemsOf(events));
        if (!entries.isEmpty()) {
            statements.list(LOCK, row -> row.id("id"), entries);
        }
        // While the entries are as they were before: that is how one sees which of them ship now.
        events.stream()
                .filter(ItemEvents::isOfRelease)
                .forEach(event -> telling.tell(event.subject(), event.provenance("loop")));
        standings.derive(entries, events.getLast().provenance("standing"));
    }

    private Collection<UUID> itemsOf(List<IncomingEvent> events) {
        var items = new ArrayList<UUID>();
        var released = new ArrayList<UUID>();
        events.forEach(event -> (isOfRelease(event) ? released : items).add(event.subject()));
        items.addAll(releases.itemsOf(released));
        return items;
    }

    private static boolean isOfRelease(IncomingEvent event) {
        return event.type().startsWith(RELEASE);
    }
}

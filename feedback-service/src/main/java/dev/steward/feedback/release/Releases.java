package dev.steward.feedback.release;

import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Reads the projected releases.
@ApplicationScoped
public class Releases {

    private static final String FIND =
            "select id, product_id, name, status from release where id = ? and not deleted and name is not null";
    private static final String ITEMS =
            "select distinct unnest(item_ids) as item_id from release where id = any (?::uuid[])";

    private final Statements statements;

    Releases(Statements statements) {
        this.statements = statements;
    }

    /// @throws ReleaseNotFound also when the release's event has not arrived yet
    public Release get(UUID id) {
        return statements
                .first(
                        FIND,
                        row ->
                                new Release(
                                        row.id("id"),
                                        row.id("product_id"),
                                        row.text("name"),
                                        row.constant("status", Release.Status.class)),
                        id)
                .orElseThrow(ReleaseNotFound::new);
    }

    public List<UUID> itemsOf(Collection<UUID> releases) {
        return releases.isEmpty()
                ? List.of()
                : statements.list(ITEMS, row -> row.id("item_id"), releases);
    }
}

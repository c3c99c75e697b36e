package dev.steward.feedback.release;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// Reads the projected releases.
@ApplicationScoped
public class Releases {

    private static final String FIND =
            "select id, product_id, name, status from release where id = :id and not deleted and name is not null";
    private static final String ITEMS =
            "select distinct unnest(item_ids) as item_id from release where id = any (:releases)";

    private static final String RELEASED =
            "select id from release where id = any (:releases) and status = 'RELEASED' and not deleted";

    private final Database database;

    Releases(Database database) {
        this.database = database;
    }

    /// @throws ReleaseNotFound also when the release's event has not arrived yet
    public Release get(UUID id) {
        return database.query(FIND, query -> query.bind("id", id).map(Releases::release).findOne())
                .orElseThrow(ReleaseNotFound::new);
    }

    /// Those that are out.
    public Set<UUID> released(Collection<UUID> releases) {
        return database.query(
                RELEASED,
                query ->
                        query.bind("releases", SqlArray.uuids(releases))
                                .mapTo(UUID.class)
                                .collectIntoSet());
    }

    public List<UUID> itemsOf(Collection<UUID> releases) {
        return releases.isEmpty()
                ? List.of()
                : database.query(
                        ITEMS,
                        query ->
                                query.bind("releases", SqlArray.uuids(releases))
                                        .mapTo(UUID.class)
                                        .list());
    }

    private static Release release(RowView row) {
        return new Release(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("name", String.class),
                row.getColumn("status", Release.Status.class));
    }
}

package dev.steward.backlog.release;

import dev.steward.backlog.item.change.ItemReleaseCheck;
import dev.steward.backlog.release.ItemsInOtherReleases.OtherReleaseItem;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Which release an item is in. A release assigns items before it removes others, in the order of
/// their ids, to avoid deadlocks between releases.
@ApplicationScoped
class ReleaseItemAssignments implements ItemReleaseCheck {

    /// Waits for a release that is taking the same item.
    private static final String TAKE =
            """
            insert into item_release (item_id, product_id, release_id, status)
            select id, :product, :release, 'PLANNED' from unnest(:items) as named (id) order by id
            on conflict (item_id) do nothing
            """;

    private static final String TAKEN =
            """
            select i.id, i.key, x.release_id from item_release x join item i on i.id = x.item_id
            where x.item_id = any (:items) and x.release_id <> :release order by i.number
            """;

    private static final String UNASSIGN =
            """
            delete from item_release
            where release_id = :release and item_id <> all (:items)
            """;

    private static final String IS_OUT =
            "select exists (select from item_release where item_id = :item and status = 'RELEASED')";

    private final Database database;

    ReleaseItemAssignments(Database database) {
        this.database = database;
    }

    /// Assigns the items of a planned release to it, and removes all others.
    ///
    /// @throws ItemsInOtherReleases
    void assign(Release release) {
        database.update(
                TAKE,
                update ->
                        update.bind("product", release.productId())
                                .bind("release", release.id())
                                .bind("items", SqlArray.uuids(release.itemIds())));
        refuseTaken(release.id(), release.itemIds());
        unassign(release.id(), release.itemIds());
    }

    /// Frees the items of the release for others.
    void unassignAll(Release release) {
        unassign(release.id(), List.of());
    }

    @Override
    public boolean isReleased(UUID itemId) {
        return database.query(
                IS_OUT, query -> query.bind("item", itemId).mapTo(Boolean.class).one());
    }

    private void refuseTaken(UUID release, List<UUID> items) {
        var taken =
                database.query(
                        TAKEN,
                        query ->
                                query.bind("release", release)
                                        .bind("items", SqlArray.uuids(items))
                                        .map(row ->
                                                new OtherReleaseItem(
                                                        row.getColumn("id", UUID.class),
                                                        row.getColumn("key", String.class),
                                                        row.getColumn("release_id", UUID.class)))
                                        .list());
        if (!taken.isEmpty()) {
            throw new ItemsInOtherReleases(taken);
        }
    }

    private void unassign(UUID release, List<UUID> items) {
        database.update(
                UNASSIGN,
                update -> update.bind("release", release).bind("items", SqlArray.uuids(items)));
    }
}

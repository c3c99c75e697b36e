package dev.steward.backlog.release;

import dev.steward.backlog.item.change.ItemReleaseCheck;
import dev.steward.backlog.release.ItemsInOtherReleases.OtherReleaseItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/// Which release an item is in. A release assigns items before it removes others, in the order of
/// their ids, to avoid deadlocks between releases.
@ApplicationScoped
class ReleaseItemAssignments implements ItemReleaseCheck {

    /// Waits for a release that is taking the same item.
    private static final String TAKE =
            """
            insert into item_release (item_id, product_id, release_id, status)
            select id, :product, :release, 'PLANNED' from unnest(cast(:items as uuid[])) as named (id) order by id
            on conflict (item_id) do nothing
            """;

    private static final String TAKEN =
            """
            select i.id, i.key, x.release_id from item_release x join item i on i.id = x.item_id
            where x.item_id in (select unnest(cast(:items as uuid[]))) and x.release_id <> :release order by i.number
            """;

    private static final String UNASSIGN =
            """
            delete from item_release
            where release_id = :release and item_id not in (select unnest(cast(:items as uuid[])))
            """;

    private static final String IS_OUT =
            "select count(*) from item_release where item_id = :item and status = 'RELEASED'";

    private final Session database;

    ReleaseItemAssignments(Session database) {
        this.database = database;
    }

    /// Assigns the items of a planned release to it, and removes all others.
    ///
    /// @throws ItemsInOtherReleases
    void assign(Release release) {
        database.flush();
        var items = array(release.itemIds());
        database.createNativeMutationQuery(TAKE)
                .setParameter("product", release.productId())
                .setParameter("release", release.id())
                .setParameter("items", items)
                .executeUpdate();
        refuseTaken(release.id(), items);
        unassign(release.id(), items);
    }

    /// Frees the items of the release for others.
    void unassignAll(Release release) {
        unassign(release.id(), array(List.of()));
    }

    @Override
    public boolean isReleased(UUID itemId) {
        return database.createNativeQuery(IS_OUT, Long.class)
                        .setParameter("item", itemId)
                        .getSingleResult()
                > 0;
    }

    private void refuseTaken(UUID release, String items) {
        var taken =
                database
                        .createNativeQuery(TAKEN, Tuple.class)
                        .setParameter("release", release)
                        .setParameter("items", items)
                        .getResultList()
                        .stream()
                        .map(row ->
                                new OtherReleaseItem(
                                        row.get(0, UUID.class),
                                        row.get(1, String.class),
                                        row.get(2, UUID.class)))
                        .toList();
        if (!taken.isEmpty()) {
            throw new ItemsInOtherReleases(taken);
        }
    }

    private void unassign(UUID release, String items) {
        database.createNativeMutationQuery(UNASSIGN)
                .setParameter("release", release)
                .setParameter("items", items)
                .executeUpdate();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}

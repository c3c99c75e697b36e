package dev.steward.backlog.release;

import dev.steward.backlog.item.ItemStatus;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.backlog.work.KnownWorkQuery;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.result.RowView;

/// The items of a release with their keys, titles and status.
@ApplicationScoped
class ReleasableItems {

    private static final String ITEMS =
            """
            select i.id as id, i.key as key, i.title as title, i.status as status, w.status as work,
                x.status as release
            from item i left join item_work w on w.id = i.id left join item_release x on x.item_id = i.id
            """;

    private static final String NAMED =
            ITEMS + "where i.product_id = :product and (i.id = any (:ids) or i.key = any (:keys))";

    private static final String WITH_IDS = ITEMS + "where i.id = any (:ids) order by i.id";

    private final Database database;

    ReleasableItems(Database database) {
        this.database = database;
    }

    /// The items of the product by the ids or keys that the request uses.
    Map<String, ReleaseItem> named(UUID productId, Collection<String> names) {
        var ids = names.stream().flatMap(name -> Ids.of(name).stream()).toList();
        var keys = names.stream().filter(name -> Ids.of(name).isEmpty()).toList();
        var found =
                database.query(
                        NAMED,
                        query ->
                                query.bind("product", productId)
                                        .bind("ids", SqlArray.uuids(ids))
                                        .bind("keys", SqlArray.texts(keys))
                                        .map(ReleasableItems::item)
                                        .list());
        Map<String, ReleaseItem> named = new HashMap<>();
        found.forEach(item -> {
            named.put(item.id().toString(), item);
            named.put(item.key(), item);
        });
        return named;
    }

    /// In the order of the ids given.
    List<ReleaseItem> of(List<UUID> ids) {
        return inOrder(ids, WITH_IDS);
    }

    /// Locked until the transaction ends, so that they are not updated or dropped meanwhile.
    List<ReleaseItem> locked(List<UUID> ids) {
        return inOrder(ids, WITH_IDS + " for no key update of i");
    }

    private List<ReleaseItem> inOrder(List<UUID> ids, String sql) {
        var items =
                database.query(
                        sql,
                        query ->
                                query.bind("ids", SqlArray.uuids(ids))
                                        .map(ReleasableItems::item)
                                        .collectToMap(ReleaseItem::id, Function.identity()));
        return ids.stream().map(items::get).filter(Objects::nonNull).toList();
    }

    private static ReleaseItem item(RowView row) {
        var work = KnownWorkQuery.of(row.getColumn("work", String.class), null, null, null);
        return new ReleaseItem(
                row.getColumn("id", UUID.class),
                row.getColumn("key", String.class),
                row.getColumn("title", String.class),
                ShownStatus.of(
                        row.getColumn("status", ItemStatus.class),
                        work.status(),
                        "RELEASED".equals(row.getColumn("release", String.class))));
    }
}

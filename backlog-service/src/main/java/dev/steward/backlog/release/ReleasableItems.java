package dev.steward.backlog.release;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.steward.backlog.item.ItemStatus;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.backlog.work.KnownWorkQuery;
import dev.steward.platform.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

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
            ITEMS
                    + """
                    where i.product_id = :product and (i.id in (select cast(unnest(string_to_array(:ids, ',')) as uuid))
                        or i.key in (select unnest(string_to_array(:keys, ','))))
                    """;

    private static final String WITH_IDS =
            ITEMS
                    + "where i.id in (select cast(unnest(string_to_array(:ids, ',')) as uuid))"
                    + " order by i.id";

    private final Session database;

    ReleasableItems(Session database) {
        this.database = database;
    }

    /// The items of the product by the ids or keys that the request uses.
    Map<String, ReleaseItem> named(UUID productId, Collection<String> names) {
        var ids = names.stream().filter(ReleasableItems::isId).collect(joining(","));
        var keys = names.stream().filter(name -> !isId(name)).collect(joining(","));
        var found =
                read(
                        database.createNativeQuery(NAMED, Tuple.class)
                                .setParameter("product", productId)
                                .setParameter("ids", ids)
                                .setParameter("keys", keys));
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
        var texts = ids.stream().map(UUID::toString).collect(joining(","));
        var items =
                read(database.createNativeQuery(sql, Tuple.class).setParameter("ids", texts))
                        .stream()
                        .collect(toMap(ReleaseItem::id, Function.identity()));
        return ids.stream().map(items::get).filter(Objects::nonNull).toList();
    }

    private static boolean isId(String name) {
        return Ids.of(name).isPresent();
    }

    private static List<ReleaseItem> read(NativeQuery<Tuple> query) {
        return query.getResultList().stream()
                .map(row ->
                        new ReleaseItem(
                                row.get("id", UUID.class),
                                row.get("key", String.class),
                                row.get("title", String.class),
                                ShownStatus.of(
                                        ItemStatus.valueOf(row.get("status", String.class)),
                                        KnownWorkQuery.of(
                                                        row.get("work", String.class),
                                                        null,
                                                        null,
                                                        null)
                                                .status(),
                                        "RELEASED".equals(row.get("release", String.class)))))
                .toList();
    }
}

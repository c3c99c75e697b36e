package dev.steward.backlog.order;

import static dev.steward.backlog.order.Ranks.array;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.item.KeptScore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The order as one reads it.
@ApplicationScoped
class RankedItems {

    /// @param position among the open items, from 1
    @Schema(name = "OrderedItem")
    record Row(ItemReference item, long position, String rank) {}

    private static final String ALL =
            """
            select r.item_id as id, r.rank as rank, i.status not in ('DROPPED', 'DUPLICATE') as open,
                s.score as score, s.coverage as coverage, coalesce(s.telling, false) as telling
            from item_rank r join item i on i.id = r.item_id left join item_score s on s.item_id = r.item_id
            where r.product_id = :product order by r.rank
            """;

    private static final String PAGE =
            """
            select i.id as id, i.key as key, i.title as title, r.rank as rank,
                row_number() over (order by r.rank) + (
                    select count(*) from item_rank a join item b on b.id = a.item_id
                    where a.product_id = :product and a.rank <= :behind
                        and b.status not in ('DROPPED', 'DUPLICATE')) as position
            from item_rank r join item i on i.id = r.item_id
            where r.product_id = :product and r.rank > :behind and i.status not in ('DROPPED', 'DUPLICATE')
            order by r.rank limit :most
            """;

    private static final String REFERENCES =
            "select id, key, title from item where id in (select unnest(cast(:items as uuid[])))";

    private final Session database;

    RankedItems(Session database) {
        this.database = database;
    }

    /// All of a product, dropped ones included, from the top.
    List<RankedItem> all(UUID productId) {
        return database
                .createNativeQuery(ALL, Tuple.class)
                .setParameter("product", productId)
                .getResultList()
                .stream()
                .map(row ->
                        new RankedItem(
                                row.get("id", UUID.class),
                                new Rank(row.get("rank", String.class)),
                                row.get("open", Boolean.class),
                                new KeptScore(
                                        row.get("score", BigDecimal.class),
                                        row.get("telling", Boolean.class)),
                                row.get("coverage", BigDecimal.class)))
                .toList();
    }

    /// @param behind the rank after which the page begins; null for the top
    List<Row> page(UUID productId, @Nullable String behind, int limit) {
        return database
                .createNativeQuery(PAGE, Tuple.class)
                .setParameter("product", productId)
                .setParameter("behind", behind == null ? "" : behind)
                .setParameter("most", limit)
                .getResultList()
                .stream()
                .map(row ->
                        new Row(
                                reference(row),
                                row.get("position", Number.class).longValue(),
                                row.get("rank", String.class)))
                .toList();
    }

    /// Of items that there are.
    Function<UUID, ItemReference> references(Collection<UUID> items) {
        var references =
                database
                        .createNativeQuery(REFERENCES, Tuple.class)
                        .setParameter("items", array(items))
                        .getResultList()
                        .stream()
                        .map(RankedItems::reference)
                        .collect(toMap(ItemReference::id, item -> item));
        return item -> requireNonNull(references.get(item), "an item that is gone");
    }

    private static ItemReference reference(Tuple row) {
        return new ItemReference(
                row.get("id", UUID.class),
                row.get("key", String.class),
                row.get("title", String.class));
    }
}

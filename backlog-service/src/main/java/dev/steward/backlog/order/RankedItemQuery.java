package dev.steward.backlog.order;

import static dev.steward.backlog.order.Ranks.array;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.item.DisplayScore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The order as one reads it.
@ApplicationScoped
class RankedItemQuery {

    /// @param position among the open items, from 1; only where asked for
    @Schema(name = "OrderedItem")
    record Row(ItemReference item, @Nullable Long position, String rank) {

        Row at(long counted) {
            return new Row(item, counted, rank);
        }
    }

    private static final String PAGE =
            """
            select i.id as id, i.key as key, i.title as title, r.rank as rank
            from item_rank r join item i on i.id = r.item_id
            where r.product_id = :product and r.rank > :behind and i.status not in ('DROPPED', 'DUPLICATE')
            order by r.rank limit :most
            """;

    private static final String ABOVE =
            """
            select count(*) from item_rank r join item i on i.id = r.item_id
            where r.product_id = :product and r.rank < :rank and i.status not in ('DROPPED', 'DUPLICATE')
            """;

    private static final String SCORED =
            """
            select i.id as id, i.key as key, i.title as title, s.score as score, s.coverage as coverage,
                coalesce(s.telling, false) as telling
            from item i left join item_score s on s.item_id = i.id
            where i.id in (select unnest(cast(:items as uuid[])))
            """;

    /// An item as a proposal names it.
    ///
    /// @param coverage the share of the scoring model's inputs that is known; null: never scored
    record ScoredItem(ItemReference item, DisplayScore score, @Nullable BigDecimal coverage) {}

    private final Session database;

    RankedItemQuery(Session database) {
        this.database = database;
    }

    /// @param behind the rank after which the page begins; empty for the top
    List<Row> page(UUID productId, String behind, int limit) {
        return database
                .createNativeQuery(PAGE, Tuple.class)
                .setParameter("product", productId)
                .setParameter("behind", behind)
                .setParameter("most", limit)
                .getResultList()
                .stream()
                .map(row -> new Row(reference(row), null, row.get("rank", String.class)))
                .toList();
    }

    /// A page of rows that follow each other, with their positions.
    List<Row> counted(UUID productId, List<Row> page) {
        if (page.isEmpty()) {
            return page;
        }
        var above =
                database.createNativeQuery(ABOVE, Long.class)
                        .setParameter("product", productId)
                        .setParameter("rank", page.getFirst().rank())
                        .getSingleResult();
        return IntStream.range(0, page.size())
                .mapToObj(i -> page.get(i).at(above + i + 1))
                .toList();
    }

    /// Of items that there are.
    Function<UUID, ScoredItem> scored(Collection<UUID> items) {
        var scored =
                database
                        .createNativeQuery(SCORED, Tuple.class)
                        .setParameter("items", array(items))
                        .getResultList()
                        .stream()
                        .map(RankedItemQuery::scoredItem)
                        .collect(toMap(scoredItem -> scoredItem.item().id(), item -> item));
        return item -> requireNonNull(scored.get(item), "an item that is gone");
    }

    private static ScoredItem scoredItem(Tuple row) {
        return new ScoredItem(
                reference(row),
                new DisplayScore(
                        row.get("score", BigDecimal.class), row.get("telling", Boolean.class)),
                row.get("coverage", BigDecimal.class));
    }

    private static ItemReference reference(Tuple row) {
        return new ItemReference(
                row.get("id", UUID.class),
                row.get("key", String.class),
                row.get("title", String.class));
    }
}

package dev.steward.backlog.order;

import static dev.steward.backlog.order.rank.Ranks.array;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.steward.backlog.item.DisplayScore;
import dev.steward.backlog.item.ItemReference;
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

/// Reads the order of a product.
@ApplicationScoped
public class RankedItemQuery {

    @Schema(name = "OrderedItem")
    record Row(
            @Schema(description = "The item.") ItemReference item,
            @Schema(
                            description =
                                    "Position among the open items, 1 is the top. Null unless the"
                                            + " request had `include=position`.")
                    @Nullable Long position,
            @Schema(
                            description =
                                    "Place in the order. Compare ranks as bytes (plain string"
                                            + " comparison, no locale): the smaller rank stands above."
                                            + " The text has no other meaning and changes when the item"
                                            + " moves.")
                    String rank) {

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

    /// An item in a proposal.
    ///
    /// @param coverage share of the scoring model's inputs that are known; null when never scored
    public record ScoredItem(
            ItemReference item, DisplayScore score, @Nullable BigDecimal coverage) {}

    private final Session database;

    RankedItemQuery(Session database) {
        this.database = database;
    }

    /// @param behind last rank of the page before; empty for the first page
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

    /// The same page with positions.
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

    /// The items by id, which must exist.
    public Function<UUID, ScoredItem> scored(Collection<UUID> items) {
        var scored =
                database
                        .createNativeQuery(SCORED, Tuple.class)
                        .setParameter("items", array(items))
                        .getResultList()
                        .stream()
                        .map(RankedItemQuery::scoredItem)
                        .collect(toMap(scoredItem -> scoredItem.item().id(), item -> item));
        return item -> requireNonNull(scored.get(item), "the item does not exist");
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

package dev.steward.backlog.order;

import static java.util.Objects.requireNonNull;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.item.DisplayScore;
import dev.steward.backlog.item.ItemReference;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
            @Schema(description = ApiTexts.RANK) String rank) {

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
            where i.id in (select unnest(:items))
            """;

    /// An item in a proposal.
    ///
    /// @param coverage share of the scoring model's inputs that are known; null when never scored
    public record ScoredItem(
            ItemReference item, DisplayScore score, @Nullable BigDecimal coverage) {}

    private final Database database;

    RankedItemQuery(Database database) {
        this.database = database;
    }

    /// @param behind last rank of the page before; empty for the first page
    List<Row> page(UUID productId, String behind, int limit) {
        return database.query(
                PAGE,
                query ->
                        query.bind("product", productId)
                                .bind("behind", behind)
                                .bind("most", limit)
                                .map((row, _) ->
                                        new Row(reference(row), null, row.getString("rank")))
                                .list());
    }

    /// The same page with positions.
    List<Row> counted(UUID productId, List<Row> page) {
        if (page.isEmpty()) {
            return page;
        }
        var above =
                database.query(
                        ABOVE,
                        query ->
                                query.bind("product", productId)
                                        .bind("rank", page.getFirst().rank())
                                        .mapTo(Long.class)
                                        .one());
        return IntStream.range(0, page.size())
                .mapToObj(i -> page.get(i).at(above + i + 1))
                .toList();
    }

    /// The items by id, which must exist.
    public Function<UUID, ScoredItem> scored(Collection<UUID> items) {
        var scored =
                database.query(
                        SCORED,
                        query ->
                                query.bind("items", SqlArray.uuids(items))
                                        .map((row, _) -> scoredItem(row))
                                        .collectToMap(one -> one.item().id(), one -> one));
        return item -> requireNonNull(scored.get(item), "the item does not exist");
    }

    private static ScoredItem scoredItem(ResultSet row) throws SQLException {
        return new ScoredItem(
                reference(row),
                new DisplayScore(row.getBigDecimal("score"), row.getBoolean("telling")),
                row.getBigDecimal("coverage"));
    }

    private static ItemReference reference(ResultSet row) throws SQLException {
        return new ItemReference(
                row.getObject("id", UUID.class), row.getString("key"), row.getString("title"));
    }
}

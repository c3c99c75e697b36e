package dev.steward.backlog.order.rank;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// The ranks of all items, dropped ones included: an item always has a rank.
@ApplicationScoped
public class Ranks {

    /// SQL over item `i`: it is neither dropped nor a duplicate.
    public static final String OPEN = "i.status not in ('DROPPED', 'DUPLICATE')";

    private static final String INSERT =
            """
            insert into item_rank (item_id, product_id, rank)
            select n.item_id, :product, n.rank
            from unnest(:items, :ranks) as n (item_id, rank)
            """;

    /// Two index look-ups per item, whatever its neighbours are.
    private static final String NEIGHBOURS =
            """
            select r.item_id as item, r.rank as rank,
                (select n.rank from item_rank n where n.product_id = r.product_id and n.rank < r.rank
                 order by n.rank desc limit 1) as above,
                (select n.rank from item_rank n where n.product_id = r.product_id and n.rank > r.rank
                 order by n.rank limit 1) as below,
                (select n.rank from item_rank n join item i on i.id = n.item_id
                 where n.product_id = r.product_id and n.rank < r.rank and %1$s
                 order by n.rank desc limit 1) as open_above,
                (select n.rank from item_rank n join item i on i.id = n.item_id
                 where n.product_id = r.product_id and n.rank > r.rank and %1$s
                 order by n.rank limit 1) as open_below
            from unnest(:items) as named (id) join item_rank r on r.item_id = named.id
            """
                    .formatted(OPEN);

    private static final String RANGE =
            """
            select (select rank from item_rank where product_id = :product order by rank limit 1) as first,
                (select rank from item_rank where product_id = :product order by rank desc limit 1) as last,
                (select n.rank from item_rank n join item i on i.id = n.item_id
                 where n.product_id = :product and %1$s order by n.rank limit 1) as first_open,
                (select n.rank from item_rank n join item i on i.id = n.item_id
                 where n.product_id = :product and %1$s order by n.rank desc limit 1) as last_open
            """
                    .formatted(OPEN);

    private static final String ABOVE =
            """
            select item_id, rank from item_rank where product_id = :product and rank <= :rank
            order by rank desc limit :count
            """;

    private static final String BELOW =
            """
            select item_id, rank from item_rank where product_id = :product and rank > :rank
            order by rank limit :count
            """;

    private static final String WRITE =
            """
            update item_rank r set rank = n.rank, version = :version
            from unnest(:items, :ranks) as n (item_id, rank)
            where r.item_id = n.item_id
            """;

    private final Database database;

    Ranks(Database database) {
        this.database = database;
    }

    public void insert(UUID productId, UUID item, Rank rank) {
        insert(productId, List.of(item), List.of(rank));
    }

    /// All in one statement; items and ranks are in the same order.
    public void insert(UUID productId, List<UUID> items, List<Rank> ranks) {
        database.update(
                INSERT,
                update ->
                        update.bind("product", productId)
                                .bind("items", SqlArray.uuids(items))
                                .bind("ranks", SqlArray.texts(keys(ranks))));
    }

    /// By ids only: with the product as a condition PostgreSQL would read the few rows that it
    /// expects of one and search all ids for each.
    public List<RankNeighbours> neighboursOf(Collection<UUID> items) {
        return database.query(
                NEIGHBOURS,
                query -> query.bind("items", SqlArray.uuids(items)).map(Ranks::neighbours).list());
    }

    private static RankNeighbours neighbours(RowView row) {
        return new RankNeighbours(
                row.getColumn("item", UUID.class),
                rank(row, "rank"),
                rankOrNull(row, "above"),
                rankOrNull(row, "below"),
                new RankNeighbours.Neighbours(
                        rankOrNull(row, "open_above"), rankOrNull(row, "open_below")));
    }

    /// The range of ranks of a product that has items.
    public RankRange rankRange(UUID productId) {
        return database.query(
                RANGE,
                query ->
                        query.bind("product", productId)
                                .map(row ->
                                        new RankRange(
                                                rank(row, "first"),
                                                rank(row, "last"),
                                                rankOrNull(row, "first_open"),
                                                rankOrNull(row, "last_open")))
                                .one());
    }

    /// The nearest items at or above a rank, ascending; empty when there is nothing above.
    public List<RankNeighbours> atOrAbove(UUID productId, @Nullable Rank rank, int count) {
        return rank == null ? List.of() : neighbours(ABOVE, productId, rank.key(), count);
    }

    /// The nearest items below a rank, descending.
    ///
    /// @param rank null for the top
    public List<RankNeighbours> below(UUID productId, @Nullable Rank rank, int count) {
        return neighbours(BELOW, productId, rank == null ? "" : rank.key(), count);
    }

    private List<RankNeighbours> neighbours(String sql, UUID productId, String key, int count) {
        return database.query(
                sql,
                query ->
                        query.bind("product", productId)
                                .bind("rank", key)
                                .bind("count", count)
                                .map(row ->
                                        RankNeighbours.alone(
                                                row.getColumn("item_id", UUID.class),
                                                rank(row, "rank")))
                                .list());
    }

    /// All in one statement, so that two items can exchange their ranks.
    ///
    /// @param version version of the order with which they change
    public void write(Map<UUID, Rank> ranks, long version) {
        if (ranks.isEmpty()) {
            return;
        }
        database.update(
                WRITE,
                update ->
                        update.bind("items", SqlArray.uuids(ranks.keySet()))
                                .bind("ranks", SqlArray.texts(keys(ranks.values())))
                                .bind("version", version));
    }

    private static Rank rank(RowView row, String column) {
        return new Rank(row.getColumn(column, String.class));
    }

    private static @Nullable Rank rankOrNull(RowView row, String column) {
        var key = row.getColumn(column, String.class);
        return key == null ? null : new Rank(key);
    }

    private static List<String> keys(Collection<Rank> ranks) {
        return ranks.stream().map(Rank::key).toList();
    }
}

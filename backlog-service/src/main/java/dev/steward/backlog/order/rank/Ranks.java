package dev.steward.backlog.order.rank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The ranks of all items, dropped ones included: an item always has a rank.
@ApplicationScoped
public class Ranks {

    /// SQL over item `i`: it is neither dropped nor a duplicate.
    public static final String OPEN = "i.status not in ('DROPPED', 'DUPLICATE')";

    private static final String INSERT =
            "insert into item_rank (item_id, product_id, rank) values (:item, :product, :rank)";

    private static final String INSERT_ALL =
            """
            insert into item_rank (item_id, product_id, rank)
            select n.item_id, :product, n.rank
            from unnest(cast(:items as uuid[]), cast(:ranks as text[])) as n (item_id, rank)
            """;

    /// Two index look-ups per item, whatever its neighbours are.
    private static final String STANDINGS =
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
            from unnest(cast(:items as uuid[])) as named (id) join item_rank r on r.item_id = named.id
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
            from unnest(cast(:items as uuid[]), cast(:ranks as text[])) as n (item_id, rank)
            where r.item_id = n.item_id
            """;

    private final Session database;

    Ranks(Session database) {
        this.database = database;
    }

    public void insert(UUID productId, UUID item, Rank rank) {
        database.createNativeQuery(INSERT)
                .setParameter("item", item)
                .setParameter("product", productId)
                .setParameter("rank", rank.key())
                .executeUpdate();
    }

    /// All in one statement; items and ranks are in the same order.
    public void insert(UUID productId, List<UUID> items, List<Rank> ranks) {
        database.createNativeQuery(INSERT_ALL)
                .setParameter("product", productId)
                .setParameter("items", array(items))
                .setParameter("ranks", array(ranks))
                .executeUpdate();
    }

    /// By ids only: with the product as a condition PostgreSQL would read the few rows that it
    /// expects of one and search all ids for each.
    public List<RankNeighbours> standings(Collection<UUID> items) {
        return database
                .createNativeQuery(STANDINGS, Tuple.class)
                .setParameter("items", array(items))
                .getResultList()
                .stream()
                .map(row ->
                        new RankNeighbours(
                                row.get("item", UUID.class),
                                rank(row, "rank"),
                                rankOrNull(row, "above"),
                                rankOrNull(row, "below"),
                                new RankNeighbours.Neighbours(
                                        rankOrNull(row, "open_above"),
                                        rankOrNull(row, "open_below"))))
                .toList();
    }

    /// The range of ranks of a product that has items.
    public RankRange rankRange(UUID productId) {
        var row =
                (Tuple)
                        database.createNativeQuery(RANGE, Tuple.class)
                                .setParameter("product", productId)
                                .getSingleResult();
        return new RankRange(
                rank(row, "first"),
                rank(row, "last"),
                rankOrNull(row, "first_open"),
                rankOrNull(row, "last_open"));
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

    private List<RankNeighbours> neighbours(String query, UUID productId, String key, int count) {
        return database
                .createNativeQuery(query, Tuple.class)
                .setParameter("product", productId)
                .setParameter("rank", key)
                .setParameter("count", count)
                .getResultList()
                .stream()
                .map(row -> RankNeighbours.alone(row.get(0, UUID.class), rank(row, "rank")))
                .toList();
    }

    /// All in one statement, so that two items can exchange their ranks.
    ///
    /// @param version version of the order with which they change
    public void write(Map<UUID, Rank> ranks, long version) {
        if (ranks.isEmpty()) {
            return;
        }
        database.createNativeQuery(WRITE)
                .setParameter("items", array(ranks.keySet()))
                .setParameter("ranks", array(ranks.values()))
                .setParameter("version", version)
                .executeUpdate();
    }

    private static Rank rank(Tuple row, String column) {
        return new Rank(row.get(column, String.class));
    }

    private static @Nullable Rank rankOrNull(Tuple row, String column) {
        var key = row.get(column, String.class);
        return key == null ? null : new Rank(key);
    }

    /// To be unnested once, never compared with `any`: PostgreSQL would parse the whole text for
    /// each row. Ids and ranks contain no character that must be escaped.
    public static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}

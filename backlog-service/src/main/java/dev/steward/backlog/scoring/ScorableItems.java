package dev.steward.backlog.scoring;

import dev.steward.backlog.demand.Demand;
import dev.steward.backlog.scoring.model.Inputs;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// Reads the inputs, the demand and the last score of items by one statement. Always by ids: with
/// the product as a condition PostgreSQL would read the few rows that it expects of one and search
/// all ids for each.
@ApplicationScoped
public class ScorableItems {

    private static final String SELECT =
            """
            select i.id as id, i.product_id as product, i.value as value, i.time_criticality as urgency, i.risk_reduction as risk,
                i.reach as reach, i.impact as impact, i.confidence as confidence, i.estimate as effort,
                d.companies as companies, d.individuals as individuals, d.individuals_cap as cap,
                d.half_life as half_life, d.as_of as as_of, d.company_count as company_count,
                d.person_count as person_count, i.version as item_version, d.epoch as demand_epoch,
                d.version as demand_version,
                s.score as score, s.coverage as coverage, s.telling as telling, s.model_version as model_version,
                s.day as day
            from item i
            left join demand d on d.id = i.id and d.product_id = i.product_id and not d.deleted
            left join item_score s on s.item_id = i.id
            where
            """;

    private static final String NAMED = SELECT + " i.id in (select unnest(:items))";

    private static final String OUTDATED =
            SELECT
                    + """
                     i.id in (
                        select l.item_id from item_score l
                        where l.product_id = :product and (l.model_version, l.day) < (:version, :today)
                        limit :most)
                    """;

    private static final String LOCK =
            """
            select id from item where id in (select unnest(:items))
            order by id for no key update
            """;

    private static final String NEXT =
            """
            select id, number from item where product_id = :product and number > :behind
            order by number limit :most
            """;

    private static final String COUNT_UP_TO =
            "select count(*) from (select from item where product_id = :product limit :most)"
                    + " counted";

    private final Database database;

    ScorableItems(Database database) {
        this.database = database;
    }

    /// Items of a product by number.
    ///
    /// @param last number of the last of them; unchanged when there are none
    public record Numbered(List<UUID> ids, long last) {}

    public Numbered next(UUID productId, long behind, int most) {
        var rows =
                database.query(
                        NEXT,
                        query ->
                                query.bind("product", productId)
                                        .bind("behind", behind)
                                        .bind("most", most)
                                        .map(row ->
                                                Map.entry(
                                                        row.getColumn("id", UUID.class),
                                                        row.getColumn("number", Long.class)))
                                        .list());
        return new Numbered(
                rows.stream().map(Map.Entry::getKey).toList(),
                rows.isEmpty() ? behind : rows.getLast().getValue());
    }

    public int count(UUID productId) {
        return countUpTo(productId, Integer.MAX_VALUE);
    }

    public boolean areMoreThan(UUID productId, int count) {
        return countUpTo(productId, count + 1) > count;
    }

    private int countUpTo(UUID productId, int most) {
        return database.query(
                COUNT_UP_TO,
                query ->
                        query.bind("product", productId)
                                .bind("most", most)
                                .mapTo(Integer.class)
                                .one());
    }

    /// In the order of their ids, to avoid deadlocks.
    void lock(Collection<UUID> items) {
        database.query(
                LOCK, query -> query.bind("items", SqlArray.uuids(items)).mapTo(UUID.class).list());
    }

    /// Those of the items that belong to the product.
    ///
    /// @param day day whose demand counts
    List<ScorableItem> named(UUID productId, Collection<UUID> items, LocalDate day) {
        return find(productId, items, (_, _) -> day);
    }

    /// The item with the demand of the day on which its stored score was computed.
    public Optional<ScorableItem> asScored(UUID productId, UUID item) {
        return find(productId, List.of(item), (row, _) -> row.getObject("day", LocalDate.class))
                .stream()
                .findFirst();
    }

    private List<ScorableItem> find(
            UUID productId, Collection<UUID> items, RowMapper<@Nullable LocalDate> day) {
        return database.query(
                NAMED,
                query ->
                        query.bind("items", SqlArray.uuids(items))
                                .map((row, context) ->
                                        productId.equals(row.getObject("product", UUID.class))
                                                ? item(row, day.map(row, context))
                                                : null)
                                .filter(Objects::nonNull)
                                .list());
    }

    /// Items with a score of an earlier model or day.
    List<ScorableItem> outdated(UUID productId, long modelVersion, LocalDate today, int most) {
        return database.query(
                OUTDATED,
                query ->
                        query.bind("product", productId)
                                .bind("version", modelVersion)
                                .bind("today", today)
                                .bind("most", most)
                                .map((row, _) -> item(row, today))
                                .list());
    }

    /// @param day null: the item has none
    private static @Nullable ScorableItem item(ResultSet row, @Nullable LocalDate day)
            throws SQLException {
        if (day == null) {
            return null;
        }
        var inputs =
                new Inputs(
                        row.getBigDecimal("value"),
                        row.getBigDecimal("urgency"),
                        row.getBigDecimal("risk"),
                        row.getBigDecimal("reach"),
                        row.getBigDecimal("impact"),
                        row.getBigDecimal("confidence"),
                        row.getBigDecimal("effort"),
                        demand(row),
                        day);
        return new ScorableItem(row.getObject("id", UUID.class), inputs, seen(row), stored(row));
    }

    private static Demand demand(ResultSet row) throws SQLException {
        var asOf = row.getObject("as_of", LocalDate.class);
        return asOf == null
                ? Demand.NONE
                : new Demand(
                        row.getDouble("companies"),
                        row.getDouble("individuals"),
                        row.getDouble("cap"),
                        row.getDouble("half_life"),
                        asOf,
                        row.getInt("company_count"),
                        row.getInt("person_count"));
    }

    private static ScorableItem.Seen seen(ResultSet row) throws SQLException {
        return new ScorableItem.Seen(
                row.getLong("item_version"),
                row.getObject("demand_epoch", Integer.class),
                row.getObject("demand_version", Long.class));
    }

    private static @Nullable StoredScore stored(ResultSet row) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        return day == null
                ? null
                : new StoredScore(
                        row.getBigDecimal("score"),
                        row.getBigDecimal("coverage"),
                        row.getBoolean("telling"),
                        row.getLong("model_version"),
                        day);
    }
}

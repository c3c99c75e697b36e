package dev.steward.backlog.scoring;

import dev.steward.backlog.demand.Demand;
import dev.steward.backlog.scoring.model.Inputs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
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

    private static final String NAMED = SELECT + " i.id in (select unnest(cast(:items as uuid[])))";

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
            select id from item where id in (select unnest(cast(:items as uuid[])))
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

    private final Session database;

    ScorableItems(Session database) {
        this.database = database;
    }

    /// Items of a product by number.
    ///
    /// @param last number of the last of them; unchanged when there are none
    public record Numbered(List<UUID> ids, long last) {}

    public Numbered next(UUID productId, long behind, int most) {
        var rows =
                database.createNativeQuery(NEXT, Tuple.class)
                        .setParameter("product", productId)
                        .setParameter("behind", behind)
                        .setParameter("most", most)
                        .getResultList();
        return new Numbered(
                rows.stream().map(row -> row.get("id", UUID.class)).toList(),
                rows.isEmpty() ? behind : rows.getLast().get("number", Long.class));
    }

    public int count(UUID productId) {
        return countUpTo(productId, Integer.MAX_VALUE);
    }

    public boolean areMoreThan(UUID productId, int count) {
        return countUpTo(productId, count + 1) > count;
    }

    private int countUpTo(UUID productId, int most) {
        return database.createNativeQuery(COUNT_UP_TO, Long.class)
                .setParameter("product", productId)
                .setParameter("most", most)
                .getSingleResult()
                .intValue();
    }

    /// In the order of their ids, to avoid deadlocks.
    void lock(Collection<UUID> items) {
        database.createNativeQuery(LOCK, UUID.class)
                .setParameter("items", array(items))
                .getResultList();
    }

    /// Those of the items that belong to the product.
    ///
    /// @param day day whose demand counts
    List<ScorableItem> named(UUID productId, Collection<UUID> items, LocalDate day) {
        return rows(productId, items).map(row -> item(row, day)).toList();
    }

    /// The item with the demand of the day on which its stored score was computed.
    public Optional<ScorableItem> asKept(UUID productId, UUID item) {
        return rows(productId, List.of(item))
                .filter(row -> row.get("day") != null)
                .map(row -> item(row, date(row, "day")))
                .findFirst();
    }

    /// Items with a score of an earlier model or day.
    List<ScorableItem> outdated(UUID productId, long modelVersion, LocalDate today, int most) {
        return database
                .createNativeQuery(OUTDATED, Tuple.class)
                .setParameter("product", productId)
                .setParameter("version", modelVersion)
                .setParameter("today", today)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> item(row, today))
                .toList();
    }

    private Stream<Tuple> rows(UUID productId, Collection<UUID> items) {
        return database
                .createNativeQuery(NAMED, Tuple.class)
                .setParameter("items", array(items))
                .getResultList()
                .stream()
                .filter(row -> row.get("product", UUID.class).equals(productId));
    }

    private static ScorableItem item(Tuple row, LocalDate day) {
        var inputs =
                new Inputs(
                        number(row, "value"),
                        number(row, "urgency"),
                        number(row, "risk"),
                        number(row, "reach"),
                        number(row, "impact"),
                        number(row, "confidence"),
                        number(row, "effort"),
                        demand(row),
                        day);
        return new ScorableItem(row.get("id", UUID.class), inputs, seen(row), stored(row));
    }

    private static Demand demand(Tuple row) {
        return row.get("as_of") == null
                ? Demand.NONE
                : new Demand(
                        row.get("companies", Double.class),
                        row.get("individuals", Double.class),
                        row.get("cap", Double.class),
                        row.get("half_life", Double.class),
                        date(row, "as_of"),
                        row.get("company_count", Integer.class),
                        row.get("person_count", Integer.class));
    }

    private static ScorableItem.Seen seen(Tuple row) {
        return new ScorableItem.Seen(
                row.get("item_version", Long.class),
                row.get("demand_epoch", Integer.class),
                row.get("demand_version", Long.class));
    }

    private static @Nullable StoredScore stored(Tuple row) {
        return row.get("day") == null
                ? null
                : new StoredScore(
                        number(row, "score"),
                        row.get("coverage", BigDecimal.class),
                        row.get("telling", Boolean.class),
                        row.get("model_version", Long.class),
                        date(row, "day"));
    }

    private static @Nullable BigDecimal number(Tuple row, String column) {
        return row.get(column, BigDecimal.class);
    }

    private static LocalDate date(Tuple row, String column) {
        return row.get(column, LocalDate.class);
    }

    /// To be unnested once, never compared with `any`: PostgreSQL would parse the whole text for
    /// each row.
    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}

package dev.steward.backlog.scoring;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stored scores of all items.
@ApplicationScoped
public class ItemScores {

    private record Row(
            UUID item,
            @Nullable BigDecimal score,
            BigDecimal coverage,
            boolean telling,
            long modelVersion,
            LocalDate day) {

        static Row of(RescoredItem rescored) {
            var now = rescored.now();
            return new Row(
                    rescored.item(),
                    now.score(),
                    now.coverage(),
                    now.telling(),
                    now.modelVersion(),
                    now.day());
        }
    }

    private static final String WRITE =
            """
            insert into item_score
                (item_id, product_id, score, sort_score, coverage, telling, model_version, day, version)
            select item, :product, score, coalesce(score, -1), coverage, telling, "modelVersion", day, 1
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (item uuid, score numeric, coverage numeric,
                telling boolean, "modelVersion" bigint, day date)
            order by item
            on conflict (item_id) do update set score = excluded.score, sort_score = excluded.sort_score,
                coverage = excluded.coverage, telling = excluded.telling, model_version = excluded.model_version,
                day = excluded.day, version = item_score.version + 1
            """;

    private static final String NEXT_VERSION =
            """
            insert into product_scores (product_id, version) values (:product, 1)
            on conflict (product_id) do update set version = product_scores.version + 1 returning version
            """;

    private final Database database;

    ItemScores(Database database) {
        this.database = database;
    }

    /// All in one statement.
    void write(UUID productId, List<RescoredItem> rescored) {
        if (rescored.isEmpty()) {
            return;
        }
        var rows = new Json(rescored.stream().map(Row::of).toList());
        database.update(WRITE, update -> update.bind("product", productId).bind("rows", rows));
    }

    /// Version of the next event about a product's scores. Locks a row until the transaction ends:
    /// call it last, and only when there is an event.
    public long nextVersion(UUID productId) {
        return database.query(
                NEXT_VERSION,
                query -> query.bind("product", productId).map((row, _) -> row.getLong(1)).one());
    }
}

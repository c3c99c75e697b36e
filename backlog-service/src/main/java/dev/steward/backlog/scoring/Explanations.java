package dev.steward.backlog.scoring;

import dev.steward.backlog.item.ItemNotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Says why a score is what it is: the same formula over the same inputs, of the day on which it
/// was kept, so that an explanation never contradicts the list.
@ApplicationScoped
class Explanations {

    /// @param day of the kept score
    record Kept(UUID item, UUID productId, LocalDate day) {}

    private static final String KEPT =
            """
            select i.id, i.product_id, s.day from item i join item_score s on s.item_id = i.id
            where i.id = cast(:id as uuid) or i.key = :key
            """;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Session database;
    private final ActiveModels models;
    private final ScorableItems items;

    Explanations(Session database, ActiveModels models, ScorableItems items) {
        this.database = database;
        this.models = models;
        this.items = items;
    }

    /// @param item its id or key
    Optional<Kept> find(String item) {
        // PostgreSQL takes no NUL in a text: what can be neither is not looked for.
        if (!NAME.matcher(item).matches()) {
            return Optional.empty();
        }
        return database.createNativeQuery(KEPT, Tuple.class)
                .setParameter("id", idOf(item))
                .setParameter("key", item)
                .getResultStream()
                .map(row ->
                        new Kept(
                                row.get(0, UUID.class),
                                row.get(1, UUID.class),
                                row.get(2, LocalDate.class)))
                .findFirst();
    }

    private static @Nullable String idOf(String item) {
        try {
            return item.length() == 36 ? UUID.fromString(item).toString() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// @param exactly for those who may know what a company is worth
    ScoreView explain(Kept kept, boolean exactly) {
        var model = models.of(kept.productId());
        var item =
                items.find(kept.productId(), kept.item(), kept.day())
                        .orElseThrow(ItemNotFound::new);
        var score = model.model().score(item.inputs());
        var view = ScoreView.exact(score, model, kept.day());
        var isTelling = StoredScore.of(score, item.inputs(), model.version()).telling();
        return exactly || !isTelling ? view : view.rounded();
    }
}

package dev.steward.backlog.item;

import dev.steward.backlog.item.ItemFactory.NewItem;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.List;
import java.util.UUID;

/// Taking in items from another tool, many at once, by the rules of every other item: a fixed
/// number of statements however many there are.
@ApplicationScoped
public class ItemImport {

    private final BacklogItems items;
    private final ItemFactory births;
    private final ItemScoring scoring;
    private final EventRecord events;
    private final Validator validator;

    ItemImport(
            BacklogItems items,
            ItemFactory births,
            ItemScoring scoring,
            EventRecord events,
            Validator validator) {
        this.items = items;
        this.births = births;
        this.scoring = scoring;
        this.events = events;
        this.validator = validator;
    }

    /// Where the items arrive, and who brings them.
    public record CreationContext(UUID productId, String productKey, Provenance by) {}

    /// What is wrong with an item, whatever is here already.
    public List<FieldError> validate(ImportedItem item) {
        var violations = validator.validate(item.fields());
        return violations.isEmpty() ? List.of() : InvalidFields.of(violations).errors();
    }

    /// Makes the new ones, last and in the given order, and changes the known ones; that the right
    /// to import covers their estimates is the caller's knowledge.
    ///
    /// @return what became of each, in their order
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ImportResult> apply(CreationContext arrival, List<ImportedItem> wanted) {
        var batch = new ImportBatch(items.locked(ImportBatch.knownOf(wanted)));
        var results = wanted.stream().map(batch::apply).toList();
        items.flush();
        var created = createNew(arrival, batch.newOnes());
        events.append(arrival.by(), batch.events(created));
        if (!batch.toScore().isEmpty()) {
            scoring.rescore(arrival.productId(), batch.toScore());
        }
        return results;
    }

    /// What [#apply] would do, without doing it.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ImportResult> preview(List<ImportedItem> wanted) {
        var batch = new ImportBatch(items.readOnly(ImportBatch.knownOf(wanted)));
        return wanted.stream().map(batch::apply).toList();
    }

    private List<BacklogItemEvent.Created> createNew(CreationContext arrival, List<ImportedItem> newOnes) {
        return births.create(
                arrival,
                newOnes.stream().map(item -> new NewItem(item.id(), item.fields())).toList());
    }
}

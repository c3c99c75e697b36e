package dev.steward.backlog.item.importing;

import dev.steward.backlog.item.BacklogItemEvent;
import dev.steward.backlog.item.BacklogItems;
import dev.steward.backlog.item.ItemScoring;
import dev.steward.backlog.item.create.ItemFactory;
import dev.steward.backlog.item.create.ItemFactory.CreationContext;
import dev.steward.backlog.item.create.ItemFactory.NewItem;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.List;

/// Creates and updates many imported items by the same rules as single ones, with a fixed number of
/// statements.
@ApplicationScoped
public class ItemImport {

    private final BacklogItems items;
    private final ItemFactory itemFactory;
    private final ItemScoring scoring;
    private final EventStore events;
    private final Validator validator;

    ItemImport(
            BacklogItems items,
            ItemFactory itemFactory,
            ItemScoring scoring,
            EventStore events,
            Validator validator) {
        this.items = items;
        this.itemFactory = itemFactory;
        this.scoring = scoring;
        this.events = events;
        this.validator = validator;
    }

    /// Checks the values of an item, without looking at existing ones.
    public List<FieldError> validate(ImportedItem item) {
        var violations = validator.validate(item.fields());
        return violations.isEmpty() ? List.of() : InvalidFields.of(violations).errors();
    }

    /// Creates the new items, last and in the given order, and updates the known ones. The caller
    /// has checked the right IMPORT, which covers estimates.
    ///
    /// @return what was done with each, in the given order
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ImportResult> apply(CreationContext context, List<ImportedItem> importedItems) {
        var batch = new ImportBatch(items.locked(ImportBatch.existingIds(importedItems)));
        var results = importedItems.stream().map(batch::apply).toList();
        items.flush();
        var created = createNew(context, batch.newItems());
        events.append(context.by(), batch.events(created));
        if (!batch.toScore().isEmpty()) {
            scoring.rescore(context.productId(), batch.toScore());
        }
        return results;
    }

    /// What [#apply] would do; nothing is written.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ImportResult> preview(List<ImportedItem> importedItems) {
        var batch = new ImportBatch(items.readOnly(ImportBatch.existingIds(importedItems)));
        return importedItems.stream().map(batch::apply).toList();
    }

    private List<BacklogItemEvent.Created> createNew(
            CreationContext context, List<ImportedItem> newItems) {
        return itemFactory.create(
                context,
                newItems.stream().map(item -> new NewItem(item.id(), item.fields())).toList());
    }
}

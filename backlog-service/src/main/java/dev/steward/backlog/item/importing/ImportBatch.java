package dev.steward.backlog.item.importing;

import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.item.BacklogItemEvent;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.Origin;
import dev.steward.platform.web.problem.Conflict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Imported items, compared with the existing ones.
final class ImportBatch {

    private final Map<UUID, BacklogItem> existing;
    private final List<ImportedItem> newItems = new ArrayList<>();
    private final List<BacklogItemEvent> changes = new ArrayList<>();
    private final List<UUID> toScore = new ArrayList<>();

    ImportBatch(Collection<BacklogItem> existing) {
        this.existing =
                existing.stream().collect(Collectors.toMap(BacklogItem::id, Function.identity()));
    }

    static List<UUID> existingIds(List<ImportedItem> importedItems) {
        return importedItems.stream().filter(ImportedItem::known).map(ImportedItem::id).toList();
    }

    ImportResult apply(ImportedItem item) {
        var before = existing.get(item.id());
        if (before == null) {
            newItems.add(item);
            toScore.add(item.id());
            return new ImportResult.Created();
        }
        var to = item.mergedInto(before);
        return to.equals(ItemFields.of(before)) ? new ImportResult.Unchanged() : update(before, to);
    }

    private ImportResult update(BacklogItem item, ItemFields to) {
        try {
            var edited = item.update(to.text(item.text().acceptanceCriteria()));
            var estimated = item.estimate(to.estimate());
            if (estimated.isPresent()) {
                toScore.add(item.id());
            }
            var events = Stream.of(edited, estimated).flatMap(Optional::stream).toList();
            changes.addAll(events);
            return events.isEmpty() ? new ImportResult.Unchanged() : new ImportResult.Updated();
        } catch (Conflict refused) {
            return new ImportResult.Refused(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    List<ImportedItem> newItems() {
        return newItems;
    }

    /// Items whose estimate or value inputs are new.
    List<UUID> toScore() {
        return toScore;
    }

    /// All events of the batch, with the import as their origin.
    List<BacklogItemEvent> events(List<? extends BacklogItemEvent> created) {
        return Stream.concat(created.stream(), changes.stream())
                .<BacklogItemEvent>map(
                        event -> new BacklogItemEvent.WithOrigin(event, Origin.IMPORT))
                .toList();
    }
}

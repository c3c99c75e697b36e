package dev.steward.backlog.item;

import dev.steward.platform.messaging.store.Changes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an item or a change of one comes from; kept in the item's history.
///
/// @param source `feedback`, `split` or `import`
/// @param sourceId null when the source has no id
public record Origin(String source, @Nullable UUID sourceId) {

    public static final Origin IMPORT = new Origin("import", null);

    Changes in(Changes changes) {
        changes.fact("source", source);
        return sourceId == null ? changes : changes.fact("sourceId", sourceId);
    }
}

package dev.steward.backlog.item;

import dev.steward.platform.messaging.Changes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an item, or a change of one, comes from, for its history.
///
/// @param source what it is: `feedback`, `split`, `import`
/// @param sourceId null where the source has none
public record Origin(String source, @Nullable UUID sourceId) {

    static final Origin IMPORT = new Origin("import", null);

    Changes in(Changes changes) {
        changes.fact("source", source);
        return sourceId == null ? changes : changes.fact("sourceId", sourceId);
    }
}

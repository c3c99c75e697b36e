package dev.steward.backlog.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.importing.ImportedItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row without errors, waiting to be imported.
///
/// @param number number of the row in the file, from 1
/// @param line line where the row begins, from 1
/// @param externalKey key in the source tool; null: the row creates a new item each time
public record StagedRow(int number, int line, @Nullable String externalKey, Content item) {

    /// The values of the row; null where a cell is blank.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Content(
            String title,
            @Nullable String description,
            @Nullable ItemType type,
            @Nullable List<String> labels,
            @Nullable BigDecimal estimate) {

        public ImportedItem as(UUID id, boolean known) {
            return new ImportedItem(id, known, title, description, type, labels, estimate);
        }
    }
}

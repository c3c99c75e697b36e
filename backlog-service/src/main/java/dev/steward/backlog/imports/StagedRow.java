package dev.steward.backlog.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.steward.backlog.item.ImportedItem;
import dev.steward.backlog.item.ItemType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row that can be an item.
///
/// @param number counts the rows of the file, from 1
/// @param line where it begins in the file, from 1
/// @param externalKey under which its tool knows it; without one it is new each time
record StagedRow(int number, int line, @Nullable String externalKey, Content item) {

    /// What it says; null where it says nothing.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(
            String title,
            @Nullable String description,
            @Nullable ItemType type,
            @Nullable List<String> labels,
            @Nullable BigDecimal estimate) {

        ImportedItem as(UUID id, boolean known) {
            return new ImportedItem(id, known, title, description, type, labels, estimate);
        }
    }
}

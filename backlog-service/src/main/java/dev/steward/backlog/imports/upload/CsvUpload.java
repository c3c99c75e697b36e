package dev.steward.backlog.imports.upload;

import dev.steward.backlog.imports.RowStaging;
import dev.steward.backlog.imports.RowStaging.FileKind;
import dev.steward.backlog.item.importing.ItemImport;
import dev.steward.platform.access.Grant;
import dev.steward.platform.web.problem.TooLarge;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Reads a file while it is uploaded, one batch of rows in memory at a time. No transaction is open
/// while waiting for the client.
@ApplicationScoped
class CsvUpload {

    static final int MAX_ROWS = 100_000;
    private static final int BATCH = 500;

    /// Maximum characters of a batch: it ends earlier when rows are long.
    private static final int MAX_BATCH_LENGTH = 1_000_000;

    private final RowStaging staging;
    private final ItemImport items;

    CsvUpload(RowStaging staging, ItemImport items) {
        this.staging = staging;
        this.items = items;
    }

    /// How the file is to be read.
    ///
    /// @param mapping `field:column`
    record ImportOptions(String system, boolean dryRun, List<String> mapping) {}

    /// @return id of the job; its file is complete only after [RowStaging#complete]
    UUID receive(Grant grant, ImportOptions options, InputStream body) {
        try (var file = new CsvFile(body)) {
            var header = file.next().map(CsvFile.Line::cells).orElse(List.of());
            var columns = ColumnMapping.of(header, options.mapping());
            var views = new RowParser(columns, items);
            var kind = new FileKind(options.system(), options.dryRun(), columns.unused());
            var id = staging.begin(grant, kind);
            var whole = false;
            try {
                stage(id, file, views);
                whole = true;
                return id;
            } finally {
                if (!whole) {
                    staging.discard(id);
                }
            }
        }
    }

    private void stage(UUID id, CsvFile file, RowParser views) {
        List<RowStaging.ParsedRow> batch = new ArrayList<>(BATCH);
        var number = 0;
        var characters = 0;
        for (var line = file.next(); line.isPresent(); line = file.next()) {
            if (++number > MAX_ROWS) {
                throw new TooLarge("An import has at most " + MAX_ROWS + " rows.");
            }
            batch.add(views.read(number, line.get()));
            characters += line.get().cells().stream().mapToInt(String::length).sum();
            if (batch.size() == BATCH || characters > MAX_BATCH_LENGTH) {
                staging.stage(id, batch);
                batch.clear();
                characters = 0;
            }
        }
        staging.stage(id, batch);
    }
}

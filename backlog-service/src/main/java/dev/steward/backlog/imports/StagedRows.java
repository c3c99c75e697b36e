package dev.steward.backlog.imports;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.result.RowView;

/// The rows that wait to be imported.
@ApplicationScoped
class StagedRows {

    private static final QualifiedType<StagedRow.Content> CONTENT =
            Json.column(StagedRow.Content.class);

    /// Maximum bytes of the rows of a chunk and of the descriptions that they may replace.
    private static final int MAX_CHUNK_BYTES = 1024 * 1024;

    private static final String ADD =
            """
            insert into import_row (import_id, number, line, external_key, item, size)
            select :import, number, line, "externalKey", item, octet_length(cast(item as text))
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (number int, line int, "externalKey" text, item jsonb)
            """;

    /// Rows with the key of an earlier row.
    private static final String REFUSE_REPEATED =
            """
            with repeated as (
                select number, line, external_key, first_line from (
                    select number, line, external_key,
                        row_number() over same_key as nth, first_value(line) over same_key as first_line
                    from import_row where import_id = :import and external_key is not null
                    window same_key as (partition by external_key order by number)) numbered
                where nth > 1),
            refused as (
                insert into import_error (import_id, line, column_name, code, message)
                select :import, line, null, 'duplicate',
                    'Line ' || first_line || ' has the key ' || external_key || ' already.'
                from repeated order by number)
            delete from import_row where import_id = :import and number in (select number from repeated)
            """;

    /// A chunk ends early when its rows, or the items that they update, are large.
    private static final String NEXT =
            """
            select number, line, external_key, item, found from (
                select nearest.*, count(*) over () as found,
                    sum(size) over (order by number) - size as before
                from (
                    select r.number, r.line, r.external_key, r.item,
                        r.size + coalesce(octet_length(i.description), 0) as size
                    from import_row r
                        left join item_external_key k on k.product_id = :product and k.system = :system
                            and k.external_key = r.external_key
                        left join item i on i.id = k.item_id
                    where r.import_id = :import and r.number > :position
                    order by r.number limit :most) nearest) measured
            where before < :bytes order by number
            """;

    private static final String FIRST =
            """
            select number, line from import_row where import_id = :import and number > :position
            order by number limit 1
            """;

    private static final String FORGET =
            "delete from import_row where import_id = :import and number <= :upTo";

    private final Database database;

    StagedRows(Database database) {
        this.database = database;
    }

    void add(UUID importId, List<StagedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.update(
                ADD, update -> update.bind("import", importId).bind("rows", new Json(rows)));
    }

    /// @return number of refused rows
    int refuseRepeated(UUID importId) {
        return database.update(REFUSE_REPEATED, update -> update.bind("import", importId));
    }

    /// @param isLast whether no row is left after these
    record Chunk(List<StagedRow> rows, boolean isLast) {}

    private record Found(StagedRow row, long found) {}

    /// The next rows.
    ///
    /// @param most number of rows at most
    Chunk next(ImportJob job, int most) {
        var rows =
                database.query(
                        NEXT,
                        query ->
                                query.bind("import", job.id())
                                        .bind("product", job.productId())
                                        .bind("system", job.system())
                                        .bind("position", job.position())
                                        .bind("most", most)
                                        .bind("bytes", MAX_CHUNK_BYTES)
                                        .map(StagedRows::read)
                                        .list());
        var left = rows.isEmpty() ? 0 : rows.getFirst().found();
        return new Chunk(
                rows.stream().map(Found::row).toList(), rows.size() == left && left < most);
    }

    /// Number and line of a row in its file.
    record Place(int number, int line) {}

    /// The first row that is not done.
    Place first(ImportJob job) {
        return database.query(
                FIRST,
                query ->
                        query.bind("import", job.id())
                                .bind("position", job.position())
                                .map(row ->
                                        new Place(
                                                row.getColumn("number", Integer.class),
                                                row.getColumn("line", Integer.class)))
                                .one());
    }

    /// Deletes rows that are done.
    void forget(UUID importId, int upTo) {
        database.update(FORGET, update -> update.bind("import", importId).bind("upTo", upTo));
    }

    private static Found read(RowView row) {
        return new Found(
                new StagedRow(
                        row.getColumn("number", Integer.class),
                        row.getColumn("line", Integer.class),
                        row.getColumn("external_key", String.class),
                        row.getColumn("item", CONTENT)),
                row.getColumn("found", Long.class));
    }
}

package dev.steward.backlog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// The rows that wait to be imported.
@ApplicationScoped
class StagedRows {

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
            select number, line, external_key, cast(item as text) as item, found from (
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

    private final Session database;
    private final ObjectMapper json;

    StagedRows(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(UUID importId, List<StagedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.createNativeQuery(ADD)
                .setParameter("import", importId)
                .setParameter("rows", write(rows))
                .executeUpdate();
    }

    /// @return number of refused rows
    int refuseRepeated(UUID importId) {
        return database.createNativeQuery(REFUSE_REPEATED)
                .setParameter("import", importId)
                .executeUpdate();
    }

    /// @param isLast whether no row is left after these
    record Chunk(List<StagedRow> rows, boolean isLast) {}

    /// The next rows.
    ///
    /// @param most number of rows at most
    Chunk next(ImportJob job, int most) {
        List<Tuple> found =
                database.createNativeQuery(NEXT, Tuple.class)
                        .setParameter("import", job.id())
                        .setParameter("product", job.productId())
                        .setParameter("system", job.system())
                        .setParameter("position", job.position())
                        .setParameter("most", most)
                        .setParameter("bytes", MAX_CHUNK_BYTES)
                        .getResultList();
        var left = found.isEmpty() ? 0 : found.getFirst().get("found", Long.class);
        return new Chunk(
                found.stream().map(this::read).toList(), found.size() == left && left < most);
    }

    /// Number and line of a row in its file.
    record Place(int number, int line) {}

    /// The first row that is not done.
    Place first(ImportJob job) {
        var row =
                database.createNativeQuery(FIRST, Tuple.class)
                        .setParameter("import", job.id())
                        .setParameter("position", job.position())
                        .getSingleResult();
        return new Place(row.get("number", Integer.class), row.get("line", Integer.class));
    }

    /// Deletes rows that are done.
    void forget(UUID importId, int upTo) {
        database.createNativeQuery(FORGET)
                .setParameter("import", importId)
                .setParameter("upTo", upTo)
                .executeUpdate();
    }

    private String write(List<StagedRow> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows cannot be written as JSON", e);
        }
    }

    private StagedRow read(Tuple row) {
        try {
            return new StagedRow(
                    row.get("number", Integer.class),
                    row.get("line", Integer.class),
                    row.get("external_key", String.class),
                    json.readValue(row.get("item", String.class), StagedRow.Content.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored row cannot be read", e);
        }
    }
}

package dev.steward.backlog.imports.upload;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A CSV file (RFC 4180) as spreadsheets write it: UTF-8 with or without a byte order mark,
/// separated by commas, semicolons or tabs. Read row by row, with bounded memory: neither a header
/// of ten million columns nor an unclosed quote needs more than any other file.
final class CsvFile implements AutoCloseable {

    /// Maximum characters of a cell: twice the longest description, which is then refused as too
    /// long.
    static final int MAX_CELL_LENGTH = 256 * 1024;

    /// Maximum characters of a row.
    static final int MAX_ROW_LENGTH = 1024 * 1024;

    static final int MAX_COLUMNS = 1_000;

    private static final CsvFactory FORMAT =
            CsvFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(MAX_CELL_LENGTH)
                                    .build())
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final String NOT_UTF_8 = "The text is not in UTF-8.";

    /// @param line line where the row begins, from 1
    record Line(int line, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final CsvParser rows;
    private final int skippedLines;

    CsvFile(InputStream body) {
        try {
            var text = new BufferedReader(utf8(withoutByteOrderMark(body)));
            var dialect = CsvDialect.of(text);
            skippedLines = dialect.skippedLines();
            rows = FORMAT.createParser(text);
            rows.setSchema(CsvSchema.emptySchema().withColumnSeparator(dialect.separator()));
        } catch (CharacterCodingException e) {
            throw unreadable(1, NOT_UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader utf8(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static InputStream withoutByteOrderMark(InputStream body) throws IOException {
        var marked = new PushbackInputStream(body, MARK.length);
        var start = marked.readNBytes(MARK.length);
        if (!java.util.Arrays.equals(start, MARK)) {
            marked.unread(start);
        }
        return marked;
    }

    /// The next row that is not empty.
    ///
    /// @throws Unreadable when the text is no CSV or not UTF-8; the rest of the file cannot be read
    ///   then
    Optional<Line> next() {
        try {
            for (var token = rows.nextToken(); token != null; token = rows.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    var row = new Line(lineOf(rows.currentTokenLocation()), cells());
                    if (!row.isBlank()) {
                        return Optional.of(row);
                    }
                }
            }
            return Optional.empty();
        } catch (StreamConstraintsException e) {
            throw unreadable(
                    "a cell is longer than %d characters; perhaps a quote is not closed."
                            .formatted(MAX_CELL_LENGTH));
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw unreadable(NOT_UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The cells from the current one to the end of the row.
    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        var length = 0;
        do {
            cells.add(rows.getText());
            length += cells.getLast().length();
            if (cells.size() > MAX_COLUMNS || length > MAX_ROW_LENGTH) {
                throw unreadable(
                        "a row has at most %d cells and %d characters."
                                .formatted(MAX_COLUMNS, MAX_ROW_LENGTH));
            }
        } while (rows.nextToken() != JsonToken.END_ARRAY);
        return cells;
    }

    private int lineOf(JsonLocation place) {
        return place.getLineNr() + skippedLines;
    }

    private Unreadable unreadable(String why) {
        return unreadable(lineOf(rows.currentLocation()), why);
    }

    private static Unreadable unreadable(int line, String why) {
        return new Unreadable(
                "unreadable-request",
                "The file cannot be read beyond line " + line + ": " + why,
                List.of(new FieldError(null, null, "unreadable", Map.of("line", line), why)));
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

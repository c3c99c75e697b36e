package dev.steward.backlog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file as RFC 4180 describes it, in UTF-8 with or without a mark, read row by row.
final class CsvFile implements AutoCloseable {

    private static final CsvFactory FORMAT =
            CsvFactory.builder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .build();
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// @param line where it begins, from 1
    record Line(int line, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final CsvParser rows;

    CsvFile(InputStream body) {
        try {
            rows =
                    FORMAT.createParser(
                            new InputStreamReader(
                                    withoutMark(body),
                                    StandardCharsets.UTF_8
                                            .newDecoder()
                                            .onMalformedInput(CodingErrorAction.REPORT)
                                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream withoutMark(InputStream body) throws IOException {
        var marked = new PushbackInputStream(body, MARK.length);
        var start = marked.readNBytes(MARK.length);
        if (!java.util.Arrays.equals(start, MARK)) {
            marked.unread(start);
        }
        return marked;
    }

    /// The next row that is not empty.
    ///
    /// @throws Unreadable where the text is no CSV or not in UTF-8: what follows has no meaning
    Optional<Line> next() {
        try {
            for (var token = rows.nextToken(); token != null; token = rows.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    var row = new Line(rows.currentTokenLocation().getLineNr(), cells());
                    if (!row.isBlank()) {
                        return Optional.of(row);
                    }
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw unreadable("The text is not in UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From the one that was just read to the end of the row.
    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(rows.getText());
        } while (rows.nextToken() != JsonToken.END_ARRAY);
        return cells;
    }

    private Unreadable unreadable(String why) {
        var line = rows.currentLocation().getLineNr();
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

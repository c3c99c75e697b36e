package dev.steward.backlog.imports.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.imports.upload.CsvFile.Line;
import dev.steward.platform.web.problem.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void readsQuotesAsRfc4180Does() {
        assertThat(rows("a,\"b,\"\"c\"\"\"\r\n\"two\r\nlines\",\r\n"))
                .containsExactly(
                        new Line(1, List.of("a", "b,\"c\"")),
                        new Line(2, List.of("two\r\nlines", "")));
    }

    @Test
    void saysInWhichLineARowBegins() {
        assertThat(rows("head\n\"one\ntwo\nthree\"\n\n\nlast"))
                .extracting(Line::line)
                .containsExactly(1, 2, 7);
    }

    @Test
    void passesOverEmptyRows() {
        assertThat(rows("a,b\n\n , \nc,d\n")).extracting(Line::line).containsExactly(1, 4);
    }

    @Test
    void takesNoNoticeOfAByteOrderMark() {
        assertThat(rows("\uFEFF\"Issue key\",Summary"))
                .containsExactly(new Line(1, List.of("Issue key", "Summary")));
    }

    @Test
    void isEmptyWithoutBytes() {
        assertThat(rows("")).isEmpty();
        assertThat(rows("\uFEFF")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a;b,c;d\n1;2;3\n", "a\tb,c\td\n1\t2\t3\n", "sep=;\r\na;b,c;d\r\n1;2;3"})
    void separatesByWhatTheHeaderHasMostOf(String file) {
        assertThat(rows(file))
                .extracting(Line::cells)
                .containsExactly(List.of("a", "b,c", "d"), List.of("1", "2", "3"));
    }

    @Test
    void aHintCountsAsALine() {
        assertThat(rows("sep=,\na,b\n1,2\n")).extracting(Line::line).containsExactly(2, 3);
    }

    @Test
    void whatIsQuotedSeparatesNothing() {
        assertThat(rows("\"a;b;c;d\",e\n").getFirst().cells()).containsExactly("a;b;c;d", "e");
    }

    @Test
    void refusesMoreColumnsThanAnyToolExports() {
        assertThatThrownBy(() -> rows(repeated("a,", 20_000_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("1000 cells");
    }

    @Test
    void refusesATooLongCell() {
        assertThatThrownBy(() -> rows(repeated("x", 20_000_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("longer than");
        assertThatThrownBy(() -> rows(repeated("\"never closed\n", 20_000_001)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesARowOfLongCells() {
        assertThatThrownBy(() -> rows(("x".repeat(200_000) + ",").repeat(10)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("characters");
    }

    /// Bytes that are generated while they are read, so that only the reader needs memory.
    private static InputStream repeated(String text, int bytes) {
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                return at == bytes ? -1 : text.charAt(at++ % text.length());
            }
        };
    }

    @Test
    void refusesAnUnclosedQuote() {
        assertThatThrownBy(() -> rows("a,b\nc,\"d\ne,f\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("line");
    }

    @Test
    void refusesWhatIsNotInUtf8() {
        var body = "a\nM\u00fcnchen".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> rows(body))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("UTF-8");
    }

    private static List<Line> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Line> rows(byte[] body) {
        return rows(new ByteArrayInputStream(body));
    }

    private static List<Line> rows(InputStream body) {
        List<Line> rows = new ArrayList<>();
        try (var file = new CsvFile(body)) {
            for (Optional<Line> row = file.next(); row.isPresent(); row = file.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}

package dev.steward.backlog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.imports.CsvFile.Line;
import dev.steward.platform.web.Unreadable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        List<Line> rows = new ArrayList<>();
        try (var file = new CsvFile(new ByteArrayInputStream(body))) {
            for (Optional<Line> row = file.next(); row.isPresent(); row = file.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}

package dev.steward.platform.web.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizeLimitedPageTest {

    private final List<Integer> asked = new ArrayList<>();

    @Test
    void aPageOfLongRowsEndsBeforeItsLimitAndNamesTheNext() {
        var first = rows(500, 300_000).page(null, 500);

        assertThat(first.items()).containsExactly(0, 1, 2);
        assertThat(first.page().next()).isEqualTo("2");
        assertThat(rows(500, 300_000).page("2", 500).items()).containsExactly(3, 4, 5);
    }

    @Test
    void allPagesTogetherHoldEachRowOnce() {
        List<Integer> seen = new ArrayList<>();
        @Nullable String place = null;
        do {
            var page = rows(95, 70_000).page(place, 50);
            seen.addAll(page.items());
            place = page.page().next();
        } while (place != null);

        assertThat(seen).isEqualTo(IntStream.range(0, 95).boxed().toList());
    }

    @Test
    void aPageOfShortRowsIsReadInTwoSteps() {
        var page = rows(1_000, 100).page(null, 500);

        assertThat(page.items()).hasSize(500);
        assertThat(page.page().next()).isEqualTo("499");
        assertThat(asked).containsExactly(11, 491);
    }

    @Test
    void noMoreIsReadThanThePageCanHold() {
        rows(500, 100_000).page(null, 500);

        assertThat(asked).allMatch(rows -> rows <= 11);
    }

    @Test
    void aRowLongerThanAPageIsAPage() {
        assertThat(rows(3, 2_000_000).page(null, 50).items()).containsExactly(0);
    }

    @Test
    void theLastPageSaysSo() {
        assertThat(rows(50, 10).page(null, 50).page().next()).isNull();
        assertThat(rows(0, 10).page(null, 50).items()).isEmpty();
    }

    @Test
    void bytesAreThoseOfAnAnswer() {
        assertThat(SizeLimitedPage.bytes("aü€😀", null, "b")).isEqualTo(1 + 2 + 3 + 12 + 1);
    }

    private SizeLimitedPage<Integer> rows(int count, long size) {
        return new SizeLimitedPage<>(
                (behind, most) -> {
                    asked.add(most);
                    var from = behind == null ? 0 : Integer.parseInt(behind) + 1;
                    return IntStream.range(from, Math.min(count, from + most)).boxed().toList();
                },
                _ -> size,
                String::valueOf);
    }
}

package dev.steward.feedback.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ItemTitleTest {

    @Test
    void isTheTitleOfTheEntry() {
        assertThat(title("Block\n tags ", "I want to …")).isEqualTo("Block tags");
    }

    @Test
    void isTheStartOfTheTextWhereThereIsNone() {
        assertThat(title(" \u2003\u00a0", "  Block\n\ntags")).isEqualTo("Block tags");
    }

    @Test
    void isCutAtAWord() {
        var title = title("seven77 ".repeat(37), "x");
        assertThat(title).hasSize(248).endsWith("seven77…").doesNotContain(" …");
        assertThat(title("x".repeat(250), "x")).hasSize(250).doesNotContain("…");
    }

    @Test
    void isCutInsideAVeryLongWordButNotInsideACharacter() {
        assertThat(title("Oh " + "x".repeat(297), "x")).hasSize(250).endsWith("x…");
        assertThat(title("x" + "\uD83D\uDE00".repeat(149), "x"))
                .hasSize(250)
                .endsWith("\uD83D\uDE00…");
        assertThat(title("\uD83D\uDE00".repeat(150), "x")).hasSize(249).endsWith("\uD83D\uDE00…");
    }

    @Test
    void refusesBlankTexts() {
        assertThatThrownBy(() -> title(" \u0001", "\u00a0\n")).isInstanceOf(TitleRequired.class);
    }

    private static String title(String title, String text) {
        return ItemTitle.of(Stream.of(title, text));
    }
}

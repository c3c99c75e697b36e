package dev.steward.feedback.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void namesTheEntriesAndTheRelease() {
        var message = Message.to("Ada", "1.4", List.of("Block tags", "Show bots"), null);
        assertThat(message.subject()).isEqualTo("What you asked for has been released: 1.4");
        assertThat(message.text())
                .isEqualTo(
                        """
                        Hello Ada,

                        you asked for this, and it has been released with 1.4:

                          - Block tags
                          - Show bots

                        Thank you for telling us.
                        """);
    }

    @Test
    void isWhatSomebodyWroteInstead() {
        assertThat(Message.to("Ada", "1.4", List.of("Block tags"), "Dear Ada").text())
                .isEqualTo("Dear Ada");
    }

    @Test
    void aNameCannotBeginAnotherHeaderOrLine() {
        var message =
                Message.to(
                        "Ada\r\nBcc: everybody@x.example",
                        "1.4\r\nBcc: everybody@x.example",
                        List.of("One\nTwo"),
                        null);
        assertThat(message.subject()).doesNotContain("\r", "\n");
        assertThat(message.text())
                .contains("Hello Ada Bcc: everybody@x.example,\n")
                .contains("  - One Two\n")
                .doesNotContain("\r");
    }

    @Test
    void namesAHundredEntriesAndSaysThatThereAreMore() {
        var hundred = Collections.nCopies(100, "Wish");
        var more = Collections.nCopies(101, "Wish");
        assertThat(Message.to(null, "R", hundred, null).text())
                .containsOnlyOnce("  - Wish\n\nThank")
                .doesNotContain("and more");
        assertThat(Message.to(null, "R", more, null).text())
                .contains("  - Wish\n  - and more\n\nThank");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        var subject = Message.to(null, "😀".repeat(400), List.of(), null).subject();
        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(150);
        assertThat(subject).endsWith("😀…");
    }
}

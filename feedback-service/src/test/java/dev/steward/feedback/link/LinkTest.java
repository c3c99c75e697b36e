package dev.steward.feedback.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackContent;
import dev.steward.feedback.entry.FeedbackKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final UUID ITEM = UuidCreator.getTimeOrderedEpoch();

    @Test
    void solvesUnlessOtherwiseSaid() {
        assertThat(link().kind()).isEqualTo(LinkKind.SOLVES);
    }

    @Test
    void linkingAgainReplacesKindAndImportance() {
        var link = link();
        assertThat(link.update(NewLink.solvedBy(ITEM, 2))).isEmpty();
        var changed = link.update(related(null)).orElseThrow();
        assertThat(changed.happened()).isEqualTo("changed");
        assertThat(changed.changes().fields()).containsOnlyKeys("kind", "importance");
        assertThat(link.version()).isEqualTo(2);
    }

    @Test
    void goesOnCountingWhenItIsMadeAgain() {
        var link = link();
        assertThat(link.remove().state()).isNull();
        var made = link.update(NewLink.solvedBy(ITEM, 2)).orElseThrow();
        assertThat(made.happened()).isEqualTo("made");
        assertThat(made.aggregate().version()).isEqualTo(3);
    }

    private static NewLink related(@Nullable Integer importance) {
        return new NewLink(ITEM.toString(), LinkKind.RELATES, importance);
    }

    private static Link link() {
        var content =
                new FeedbackContent(
                        "Wish", "Text", FeedbackKind.IDEA, null, Map.of(), null, null, null);
        var origin = new Feedback.Origin(ITEM, ITEM, null, "dana");
        return new Link(
                new Feedback(origin, content, Instant.EPOCH), ITEM, NewLink.solvedBy(ITEM, 2));
    }
}

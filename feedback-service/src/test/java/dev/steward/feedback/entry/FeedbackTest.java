package dev.steward.feedback.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final UUID PRODUCT = UuidCreator.getTimeOrderedEpoch();

    @Test
    void isAsOldAsItsArrivalUnlessItsSourceSays() {
        assertThat(entry("x").received().state()).extracting("submittedAt").isEqualTo(NOW);
    }

    @Test
    void whatItsSourceLeavesOutStays() {
        var entry = entry("x");
        assertThat(entry.update(content("x", null))).isEmpty();
        assertThat(entry.version()).isEqualTo(1);
    }

    @Test
    void anEventKeepsTheStateThatTheEntryHadThen() {
        var entry = entry("One");
        var received = entry.received();
        var edited = entry.update(content("Two", null)).orElseThrow();
        assertThat(received.aggregate().version()).isEqualTo(1);
        assertThat(received.state()).extracting("title").isEqualTo("One");
        assertThat(edited.aggregate().version()).isEqualTo(2);
        assertThat(edited.state()).extracting("title").isEqualTo("Two");
        assertThat(edited.changes().fields()).containsOnlyKeys("title");
    }

    @Test
    void aTitleThatIsItsTextIsNotPublished() {
        assertThat(entry("Text").received().state()).extracting("title").isNull();
        assertThat(entry("Text").title()).isEmpty();
    }

    @Test
    void isOlderThanWhatItsSourceHasSentBefore() {
        var entry = entry("x");
        entry.update(content("x", NOW));
        assertThat(entry.isNewerThan(NOW.minusSeconds(1))).isTrue();
        assertThat(entry.isNewerThan(NOW)).isFalse();
        assertThat(entry.isNewerThan(null)).isFalse();
    }

    @Test
    void joinsTheFamilyOfTheEntryThatItIsMergedInto() {
        var entry = entry("x");
        var other = entry("y");
        assertThat(entry.mergeInto(other)).isPresent();
        assertThat(entry.mergedInto()).isEqualTo(other.id());
        assertThat(entry.rootId()).isEqualTo(other.id());
        assertThat(entry.mergeInto(other)).isEmpty();
        entry.unmerge();
        assertThat(entry.mergedInto()).isNull();
        assertThat(entry.rootId()).isEqualTo(entry.id());
        assertThat(entry.version()).isEqualTo(3);
    }

    @Test
    void isNotMergedInACircle() {
        var entry = entry("x");
        var other = entry("y");
        entry.mergeInto(other);
        assertThatThrownBy(() -> other.mergeInto(entry)).isInstanceOf(MergedIntoItself.class);
        assertThatThrownBy(() -> other.mergeInto(other)).isInstanceOf(MergedIntoItself.class);
    }

    @Test
    void isUnmergedOnlyWhenItIsMerged() {
        assertThatThrownBy(() -> entry("x").unmerge()).isInstanceOf(FeedbackIsNotMerged.class);
    }

    private static Feedback entry(String title) {
        var origin = new Feedback.Origin(PRODUCT, PRODUCT, null, "dana");
        return new Feedback(origin, content(title, null), NOW);
    }

    private static FeedbackContent content(String title, @Nullable Instant sourceUpdatedAt) {
        return new FeedbackContent(
                title, "Text", FeedbackKind.IDEA, null, Map.of(), null, sourceUpdatedAt, null);
    }
}

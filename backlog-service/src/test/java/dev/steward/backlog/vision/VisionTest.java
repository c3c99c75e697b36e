package dev.steward.backlog.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.vision.Vision.Authorship;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisionTest {

    private static final Authorship OLIVIA =
            new Authorship(Instant.parse("2026-01-15T09:30:00Z"), "olivia");

    private final Vision vision = new Vision();

    @Test
    void isBlankUntilSomethingIsWritten() {
        assertThat(vision.isBlank()).isTrue();
        vision.draft(text("Bicycles for everybody", null), OLIVIA);
        assertThat(vision.isBlank()).isFalse();
    }

    @Test
    void aDraftIsNoPartOfWhatIsPublished() {
        vision.publish(text("Bicycles for everybody", null), OLIVIA);
        var drafted = vision.draft(text("Trains for everybody", null), OLIVIA).orElseThrow();
        assertThat(drafted.state().published()).isEqualTo(text("Bicycles for everybody", null));
        assertThat(drafted.state().hasDraft()).isTrue();
        assertThat(drafted.changes().isEmpty()).as("nobody hears what a draft says").isTrue();
    }

    @Test
    void publishingReplacesTheTextAndEndsTheDraft() {
        vision.publish(text("Bicycles for everybody", null), OLIVIA);
        vision.draft(text("Bicycles for everybody", "Commuters"), OLIVIA);
        var published =
                vision.publish(text("Bicycles for everybody", "Commuters"), OLIVIA).orElseThrow();
        assertThat(published.changes().fields()).containsOnlyKeys("targetGroup");
        assertThat(published.state().hasDraft()).isFalse();
        assertThat(published.version()).as("text and draft share one").isEqualTo(3);
    }

    @Test
    void theSameTextIsNoEvent() {
        vision.draft(text("Bicycles for everybody", null), OLIVIA);
        assertThat(vision.draft(text("Bicycles for everybody", null), OLIVIA)).isEmpty();
        vision.publish(text("Bicycles for everybody", null), OLIVIA);
        assertThat(vision.publish(text("Bicycles for everybody", null), OLIVIA)).isEmpty();
        assertThat(vision.version()).isEqualTo(2);
    }

    @Test
    void publishedAgainItEndsAnotherDraft() {
        vision.publish(text("Bicycles for everybody", null), OLIVIA);
        vision.draft(text("Trains for everybody", null), OLIVIA);
        var published = vision.publish(text("Bicycles for everybody", null), OLIVIA).orElseThrow();
        assertThat(published.state().hasDraft()).isFalse();
        assertThat(published.changes().isEmpty()).isTrue();
    }

    private static VisionText text(String statement, @Nullable String targetGroup) {
        return new VisionText(statement, targetGroup, null, null, null);
    }
}

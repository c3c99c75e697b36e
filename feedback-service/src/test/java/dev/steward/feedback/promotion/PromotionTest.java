package dev.steward.feedback.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackContent;
import dev.steward.feedback.entry.FeedbackKind;
import dev.steward.platform.messaging.store.Aggregate;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionTest {

    private static final String TEXT = "I want to block certain tags.";

    private final Feedback entry = entry("Block tags", FeedbackKind.IDEA);
    private final Promotion promotion = new Promotion(entry.id());

    @Test
    void requestsAnItemWhoseIdIsItsOwn() {
        var requested = promotion.request(entry, NewPromotion.DEFAULTS);
        assertThat(promotion.itemId().version()).as("rises with time").isEqualTo(7);
        assertThat(requested.aggregate())
                .isEqualTo(new Aggregate("promotion", promotion.itemId(), 1));
        assertThat(requested.state().feedbackId()).isEqualTo(entry.id());
        assertThat(requested.productId()).isEqualTo(entry.productId());
    }

    @Test
    void takesTheTitleOfTheEntryButNotItsText() {
        var item = promotion.request(entry, NewPromotion.DEFAULTS).state();
        assertThat(item.title()).isEqualTo("Block tags");
        assertThat(item.description()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"IDEA,STORY", "PROBLEM,BUG", "PRAISE,STORY", "QUESTION,STORY", "OTHER,STORY"})
    void aProblemIsABugAndEverythingElseAStory(FeedbackKind kind, ItemType type) {
        var requested = promotion.request(entry("Tags", kind), NewPromotion.DEFAULTS);
        assertThat(requested.state().type()).isEqualTo(type);
    }

    @Test
    void theRequestOverridesWhatFollowsFromTheEntry() {
        var request =
                new NewPromotion(ItemType.RESEARCH, "Who blocks tags?", "Ask three of them.", null);
        var item = promotion.request(entry, request).state();
        assertThat(item.type()).isEqualTo(ItemType.RESEARCH);
        assertThat(item.title()).isEqualTo("Who blocks tags?");
        assertThat(item.description()).isEqualTo("Ask three of them.");
    }

    @Test
    void aBlankDescriptionIsNone() {
        var request = new NewPromotion(null, null, " \n", null);
        assertThat(promotion.request(entry, request).state().description()).isNull();
    }

    @Test
    void anEntryWithoutATitleNeedsOne() {
        var untitled = entry(TEXT, FeedbackKind.IDEA);
        assertThatThrownBy(() -> promotion.request(untitled, NewPromotion.DEFAULTS))
                .isInstanceOf(TitleRequired.class);
        var titled = new NewPromotion(null, "Block tags", null, null);
        assertThat(promotion.request(untitled, titled).state().title()).isEqualTo("Block tags");
    }

    private static Feedback entry(String title, FeedbackKind kind) {
        var origin = new Feedback.Origin(UUID.randomUUID(), UUID.randomUUID(), null, "dana");
        var content = new FeedbackContent(title, TEXT, kind, null, Map.of(), null, null, null);
        return new Feedback(origin, content, Instant.EPOCH);
    }
}

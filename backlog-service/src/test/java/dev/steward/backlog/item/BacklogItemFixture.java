package dev.steward.backlog.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.work.KnownWork;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Items in the situations of the rules.
final class BacklogItemFixture {

    private static final UUID PRODUCT = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    static final ItemText TEXT =
            new ItemText(ItemType.STORY, "Keep the basket", null, List.of(), List.of(), null);

    private BacklogItemFixture() {}

    static BacklogItem newItem() {
        return item(TEXT);
    }

    static BacklogItem newItemWith(Criterion... criteria) {
        return item(
                new ItemText(
                        ItemType.STORY,
                        "Keep the basket",
                        null,
                        List.of(criteria),
                        List.of(),
                        null));
    }

    static BacklogItem itemBeingRefined() {
        var item = newItem();
        var event = item.refine();
        assertThat(event.version()).isEqualTo(2);
        return item;
    }

    static BacklogItem readyItem() {
        var item = newItem();
        var event = item.markReady();
        assertThat(event.version()).isEqualTo(2);
        return item;
    }

    static BacklogItem droppedItem() {
        return dropped(newItem());
    }

    static BacklogItem dropped(BacklogItem item) {
        var event = item.drop("nobody asked for it again", KnownWork.NONE, false);
        assertThat(event.happened()).isEqualTo("dropped");
        return item;
    }

    static Criterion criterion(String text, boolean met) {
        return new Criterion(UUID.randomUUID(), text, met);
    }

    static ValueInputs value(String value) {
        return new ValueInputs(new BigDecimal(value), null, null, null, null, null);
    }

    private static BacklogItem item(ItemText text) {
        var birth =
                new BacklogItem.ItemIdentity(
                        UUID.randomUUID(),
                        PRODUCT,
                        "SHOP",
                        142,
                        Instant.parse("2026-01-15T09:30:00Z"),
                        "olivia",
                        null);
        return new BacklogItem(birth, text, null, ValueInputs.NONE);
    }
}

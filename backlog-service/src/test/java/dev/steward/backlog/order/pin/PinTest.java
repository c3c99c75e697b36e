package dev.steward.backlog.order.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.order.pin.Pin.PinIdentity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PinTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-15");

    @Test
    void countsOnItsLastDayAndNotAfterIt() {
        var pin = pin(DAY);
        assertThat(pin.isOver(DAY)).isFalse();
        assertThat(pin.isOver(DAY.plusDays(1))).isTrue();
    }

    @Test
    void withoutALastDayItIsNeverOver() {
        assertThat(pin(null).isOver(LocalDate.MAX)).isFalse();
    }

    @Test
    void isKnownWithItsReason() {
        var set = pin(DAY).set();
        assertThat(set.reason()).isEqualTo("The law");
        assertThat(set.version()).isOne();
    }

    @Test
    void namesTheTermsThatAnUpdateChanged() {
        var pin = pin(DAY);
        var changed = pin.update(terms(DAY.plusDays(7))).orElseThrow();
        assertThat(changed.changes().fields()).containsOnlyKeys("until");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(pin.update(terms(DAY.plusDays(7)))).as("the same terms").isEmpty();
    }

    @Test
    void removedItLeavesNoStateAndOneMoreVersion() {
        var removed = pin(DAY).remove();
        assertThat(removed.state()).isNull();
        assertThat(removed.version()).isEqualTo(2);
    }

    private static Pin pin(@Nullable LocalDate until) {
        var identity =
                new PinIdentity(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Instant.parse("2026-01-15T09:30:00Z"),
                        "olivia");
        return new Pin(identity, terms(until));
    }

    private static PinTerms terms(@Nullable LocalDate until) {
        return new PinTerms(PinPlace.TOP, null, null, "The law", until);
    }
}

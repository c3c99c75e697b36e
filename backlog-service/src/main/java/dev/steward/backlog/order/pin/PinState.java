package dev.steward.backlog.order.pin;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of a pin in its events.
record PinState(
        UUID id,
        UUID productId,
        UUID itemId,
        PinPlace place,
        @Nullable Integer position,
        @Nullable UUID otherItemId,
        String reason,
        @Nullable LocalDate until) {

    static PinState of(Pin pin) {
        var terms = pin.terms();
        return new PinState(
                pin.id(),
                pin.productId(),
                pin.itemId(),
                terms.place(),
                terms.position(),
                terms.otherItemId(),
                terms.reason(),
                terms.until());
    }
}

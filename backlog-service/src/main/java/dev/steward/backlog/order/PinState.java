package dev.steward.backlog.order;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pin as its events show it.
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

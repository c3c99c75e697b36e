package dev.steward.backlog.order;

import dev.steward.backlog.item.ItemReference;
import dev.steward.platform.web.Invalid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// No order can keep all pins of the product.
final class PinsContradict extends Invalid {

    /// What of a pin says why: refusals are logged, so no person is named.
    record Contradicting(
            UUID id,
            ItemReference item,
            PinPlace place,
            @Nullable Integer position,
            @Nullable ItemReference other) {

        static Contradicting of(PinView pin) {
            return new Contradicting(
                    pin.id(), pin.item(), pin.place(), pin.position(), pin.other());
        }
    }

    /// @param contradictions each with pins that no order can keep together
    PinsContradict(List<List<PinView>> contradictions) {
        super(
                "contradicting-pins",
                "No order can keep these pins together: change or remove some of them.",
                List.of());
        fact(
                "contradictions",
                contradictions.stream()
                        .map(pins -> pins.stream().map(Contradicting::of).toList())
                        .toList());
    }
}

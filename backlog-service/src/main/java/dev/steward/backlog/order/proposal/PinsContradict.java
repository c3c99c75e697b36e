package dev.steward.backlog.order.proposal;

import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.order.pin.PinPlace;
import dev.steward.backlog.order.pin.PinView;
import dev.steward.platform.web.problem.Invalid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// No order can satisfy all pins of the product.
final class PinsContradict extends Invalid {

    /// The part of a pin that explains the contradiction. No person: refusals are logged.
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

    /// @param contradictions groups of pins that no order can satisfy together
    PinsContradict(List<List<PinView>> contradictions) {
        super(
                "contradicting-pins",
                "No order can keep these pins together: update or delete some of them.",
                List.of());
        fact(
                "contradictions",
                contradictions.stream()
                        .map(pins -> pins.stream().map(Contradicting::of).toList())
                        .toList());
    }
}

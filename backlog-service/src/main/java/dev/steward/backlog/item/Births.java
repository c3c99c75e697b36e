package dev.steward.backlog.item;

import dev.steward.backlog.item.ItemIntake.Arrival;
import dev.steward.backlog.item.ItemPlacement.Newborn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Making items whose ids others have minted, last in the order: a fixed number of statements
/// however many there are.
@ApplicationScoped
class Births {

    private final BacklogItems items;
    private final ItemPlacement placement;
    private final Clock clock;

    Births(BacklogItems items, ItemPlacement placement, Clock clock) {
        this.items = items;
        this.placement = placement;
        this.clock = clock;
    }

    /// @param splitFrom the item that this is the rest of
    record Unborn(UUID id, ItemFields fields, @Nullable UUID splitFrom) {

        Unborn(UUID id, ItemFields fields) {
            this(id, fields, null);
        }
    }

    /// @return what is to be told of those that were not here yet, in their order
    List<BacklogItemEvent.Created> bear(Arrival arrival, List<Unborn> unborn) {
        if (unborn.isEmpty()) {
            return List.of();
        }
        var born = items.insert(numbered(arrival, unborn));
        var ranks =
                placement.placeLast(
                        arrival.productId(),
                        born.stream().map(item -> new Newborn(item.id(), item.number())).toList());
        return IntStream.range(0, born.size())
                .mapToObj(i -> born.get(i).created(ranks.get(i)))
                .toList();
    }

    private List<BacklogItem> numbered(Arrival arrival, List<Unborn> unborn) {
        var numbers = items.nextNumbers(arrival.productId(), unborn.size());
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return IntStream.range(0, unborn.size())
                .mapToObj(i -> birth(arrival, unborn.get(i), numbers.get(i), at))
                .toList();
    }

    private static BacklogItem birth(Arrival arrival, Unborn item, long number, Instant at) {
        var fields = item.fields();
        return new BacklogItem(
                new BacklogItem.Birth(
                        item.id(),
                        arrival.productId(),
                        arrival.productKey(),
                        number,
                        at,
                        arrival.by().actor(),
                        item.splitFrom()),
                fields.text(List.of()),
                fields.estimate(),
                fields.inputs());
    }
}

package dev.steward.backlog.item;

import dev.steward.backlog.item.ItemImport.CreationContext;
import dev.steward.backlog.item.ItemPlacement.UnrankedItem;
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
class ItemFactory {

    private final BacklogItems items;
    private final ItemPlacement placement;
    private final Clock clock;

    ItemFactory(BacklogItems items, ItemPlacement placement, Clock clock) {
        this.items = items;
        this.placement = placement;
        this.clock = clock;
    }

    /// @param splitFrom the item that this is the rest of
    record NewItem(UUID id, ItemFields fields, @Nullable UUID splitFrom) {

        NewItem(UUID id, ItemFields fields) {
            this(id, fields, null);
        }
    }

    /// @return what is to be told of those that were not here yet, in their order
    List<BacklogItemEvent.Created> create(CreationContext arrival, List<NewItem> newItems) {
        if (newItems.isEmpty()) {
            return List.of();
        }
        var created = items.insert(numbered(arrival, newItems));
        var ranks =
                placement.placeLast(
                        arrival.productId(),
                        created.stream().map(item -> new UnrankedItem(item.id(), item.number())).toList());
        return IntStream.range(0, created.size())
                .mapToObj(i -> created.get(i).created(ranks.get(i)))
                .toList();
    }

    private List<BacklogItem> numbered(CreationContext arrival, List<NewItem> newItems) {
        var numbers = items.nextNumbers(arrival.productId(), newItems.size());
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return IntStream.range(0, newItems.size())
                .mapToObj(i -> newItem(arrival, newItems.get(i), numbers.get(i), at))
                .toList();
    }

    private static BacklogItem newItem(CreationContext arrival, NewItem item, long number, Instant at) {
        var fields = item.fields();
        return new BacklogItem(
                new BacklogItem.ItemIdentity(
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

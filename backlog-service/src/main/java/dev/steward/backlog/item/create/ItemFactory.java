package dev.steward.backlog.item.create;

import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.item.BacklogItemEvent;
import dev.steward.backlog.item.BacklogItems;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.create.ItemPlacement.UnrankedItem;
import dev.steward.platform.messaging.store.EventContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Creates items whose ids are already chosen, last in the order, with a fixed number of
/// statements.
@ApplicationScoped
public class ItemFactory {

    private final BacklogItems items;
    private final ItemPlacement placement;
    private final Clock clock;

    ItemFactory(BacklogItems items, ItemPlacement placement, Clock clock) {
        this.items = items;
        this.placement = placement;
        this.clock = clock;
    }

    /// The product that new items belong to, and who creates them.
    public record CreationContext(UUID productId, String productKey, EventContext by) {}

    /// @param splitFrom the item whose unfinished part this is; null for all others
    public record NewItem(UUID id, ItemFields fields, @Nullable UUID splitFrom) {

        public NewItem(UUID id, ItemFields fields) {
            this(id, fields, null);
        }
    }

    /// @return events of the items that were created, in the given order; items that exist already
    ///   are left alone
    public List<BacklogItemEvent.Created> create(CreationContext context, List<NewItem> newItems) {
        if (newItems.isEmpty()) {
            return List.of();
        }
        var created = items.insert(numbered(context, newItems));
        var ranks =
                placement.placeLast(
                        context.productId(),
                        created.stream()
                                .map(item -> new UnrankedItem(item.id(), item.number()))
                                .toList());
        return IntStream.range(0, created.size())
                .mapToObj(i -> created.get(i).created(ranks.get(i)))
                .toList();
    }

    private List<BacklogItem> numbered(CreationContext context, List<NewItem> newItems) {
        var numbers = items.nextNumbers(context.productId(), newItems.size());
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return IntStream.range(0, newItems.size())
                .mapToObj(i -> newItem(context, newItems.get(i), numbers.get(i), at))
                .toList();
    }

    private static BacklogItem newItem(
            CreationContext context, NewItem item, long number, Instant at) {
        var fields = item.fields();
        return new BacklogItem(
                new BacklogItem.ItemIdentity(
                        item.id(),
                        context.productId(),
                        context.productKey(),
                        number,
                        at,
                        context.by().actor(),
                        item.splitFrom()),
                fields.text(List.of()),
                fields.estimate(),
                fields.inputs());
    }
}

package dev.steward.backlog.order;

import dev.steward.backlog.item.ItemPlacement;
import dev.steward.backlog.order.OrderRequest.End;
import dev.steward.backlog.order.OrderRequest.OrderMove;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives new items their first rank. Without a place it comes from the number: no lock, no look at
/// the order. With one it is a move like any other, except that nothing that others looked at has
/// moved.
@ApplicationScoped
class NewItemRanking implements ItemPlacement {

    private static final String POINTER = "/place";

    private final Ranks ranks;
    private final ProductOrders orders;
    private final MoveExecutor moveExecutor;
    private final EventRecord events;

    NewItemRanking(
            Ranks ranks, ProductOrders orders, MoveExecutor moveExecutor, EventRecord events) {
        this.ranks = ranks;
        this.orders = orders;
        this.moveExecutor = moveExecutor;
        this.events = events;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public String place(Grant grant, UUID itemId, long number, Optional<Place> place) {
        var rank = Rank.ofNumber(number);
        ranks.insert(grant.productId(), itemId, rank);
        return place.map(where -> move(grant, itemId, where)).orElse(rank).key();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> placeLast(UUID productId, List<UnrankedItem> items) {
        var places = items.stream().map(item -> Rank.ofNumber(item.number())).toList();
        ranks.insert(productId, items.stream().map(UnrankedItem::id).toList(), places);
        return places.stream().map(Rank::key).toList();
    }

    private Rank move(Grant grant, UUID itemId, Place where) {
        var order = orders.lock(grant.productId());
        var move =
                new OrderMove(
                        List.of(itemId.toString()),
                        where.after(),
                        where.before(),
                        end(where.to()),
                        null);
        move.refuseWithoutOnePlace(POINTER);
        var result = moveExecutor.execute(grant, Map.of(POINTER, move), order.version());
        var madeRoom =
                result.rankChanges().stream().filter(rankChange -> !rankChange.id().equals(itemId)).toList();
        events.append(grant.by(), order.changed(new Reorder(Reorder.Kind.SPREAD, madeRoom, null)));
        return result.rankOf(itemId);
    }

    private static @Nullable End end(Place.@Nullable End to) {
        return to == null ? null : End.valueOf(to.name());
    }
}

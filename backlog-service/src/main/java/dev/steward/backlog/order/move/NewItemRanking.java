package dev.steward.backlog.order.move;

import dev.steward.backlog.item.create.ItemPlacement;
import dev.steward.backlog.order.ProductOrders;
import dev.steward.backlog.order.Reorder;
import dev.steward.backlog.order.move.OrderRequest.OrderMove;
import dev.steward.backlog.order.rank.Rank;
import dev.steward.backlog.order.rank.Ranks;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Gives new items their first rank. Without a place the rank comes from the item's number: no
/// lock, and the order is not read. With a place the item is moved there; the version of the order
/// stays, because no other item changes its place.
@ApplicationScoped
class NewItemRanking implements ItemPlacement {

    private static final String POINTER = "/place";

    private final Ranks ranks;
    private final ProductOrders orders;
    private final MoveExecutor moveExecutor;
    private final EventStore events;

    NewItemRanking(
            Ranks ranks, ProductOrders orders, MoveExecutor moveExecutor, EventStore events) {
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
                        where.to(),
                        null);
        move.refuseWithoutOnePlace(POINTER);
        var result = moveExecutor.execute(grant, Map.of(POINTER, move), order.version());
        var madeRoom =
                result.rankChanges().stream()
                        .filter(rankChange -> !rankChange.id().equals(itemId))
                        .toList();
        events.append(grant.by(), order.changed(new Reorder(Reorder.Kind.SPREAD, madeRoom, null)));
        return result.rankOf(itemId);
    }
}

package dev.steward.backlog.order.move;

import dev.steward.backlog.item.create.ItemPlacement.Place.End;
import dev.steward.backlog.order.ItemIdOrNumber;
import dev.steward.backlog.order.OrderableItems.OrderableItem;
import dev.steward.backlog.order.move.Move.Target;
import dev.steward.backlog.order.move.OrderRequest.OrderMove;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns the ids and keys of a request into items, and collects an error for each that is wrong.
final class MoveParser {

    private final Map<ItemIdOrNumber, OrderableItem> known = new HashMap<>();
    private final String productKey;
    private final List<FieldError> errors = new ArrayList<>();

    private MoveParser(String productKey, Collection<OrderableItem> items) {
        this.productKey = productKey;
        items.forEach(item -> {
            known.put(new ItemIdOrNumber.ById(item.id()), item);
            known.put(new ItemIdOrNumber.ByNumber(item.number()), item);
        });
    }

    static List<ItemIdOrNumber> names(Collection<OrderMove> moves, String productKey) {
        return moves.stream()
                .flatMap(move ->
                        Stream.concat(
                                move.items().stream(), Stream.of(move.after(), move.before())))
                .filter(Objects::nonNull)
                .flatMap(text -> ItemIdOrNumber.of(text, productKey).stream())
                .distinct()
                .toList();
    }

    /// @throws Invalid with an error for each item that is unknown, dropped or named twice
    static List<Move> read(
            Map<String, OrderMove> moves, String productKey, Collection<OrderableItem> items) {
        var proposalQuery = new MoveParser(productKey, items);
        List<Move> read = new ArrayList<>();
        moves.forEach((pointer, move) -> read.add(proposalQuery.move(pointer, move)));
        if (!proposalQuery.errors.isEmpty()) {
            throw new Invalid(proposalQuery.errors);
        }
        return read;
    }

    private Move move(String pointer, OrderMove named) {
        List<UUID> items = new ArrayList<>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < named.items().size(); i++) {
            var at = pointer + "/items/" + i;
            var item = item(at, named.items().get(i));
            if (item != null && !seen.add(item)) {
                error(at, "duplicate", named.items().get(i) + " is named twice.");
            }
            items.add(item);
        }
        return new Move(items, target(pointer, named, seen), named.reason());
    }

    private Target target(String pointer, OrderMove named, Collection<UUID> moving) {
        if (named.to() != null) {
            return named.to() == End.TOP ? new Target.Top() : new Target.Bottom();
        }
        var after =
                named.after() == null ? null : neighbour(pointer + "/after", named.after(), moving);
        var before =
                named.before() == null
                        ? null
                        : neighbour(pointer + "/before", named.before(), moving);
        if (after != null && before != null) {
            if (after.equals(before)) {
                error(pointer + "/before", "duplicate", "`after` and `before` name the same item.");
            }
            return new Target.Between(after, before);
        }
        if (after != null) {
            return new Target.After(after);
        }
        return before == null ? new Target.Top() : new Target.Before(before);
    }

    private @Nullable UUID neighbour(String pointer, String name, Collection<UUID> moving) {
        var item = item(pointer, name);
        if (item != null && moving.contains(item)) {
            error(pointer, "moves-itself", name + " is one of the items to move.");
        }
        return item;
    }

    private @Nullable UUID item(String pointer, String name) {
        var item = ItemIdOrNumber.of(name, productKey).map(known::get).orElse(null);
        if (item == null) {
            error(pointer, "unknown-item", "This product has no item " + name + ".");
            return null;
        }
        if (!item.open()) {
            error(pointer, "not-in-order", name + " is dropped: it is not in the order.");
        }
        return item.id();
    }

    private void error(String pointer, String code, String message) {
        errors.add(FieldError.at(pointer, code, message));
    }
}

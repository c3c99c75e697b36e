package dev.steward.backlog.order.pin;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.order.ItemIdOrNumber;
import dev.steward.backlog.order.OrderableItems;
import dev.steward.backlog.order.ProductOrders;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.problem.Conflict;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Creating, updating and deleting pins, one after the other under the lock of the order.
@ApplicationScoped
class PinChanges {

    static final int MAX_PINS = 500;

    private final ProductOrders orders;
    private final OrderableItems items;
    private final Pins pins;
    private final EventStore events;
    private final Clock clock;

    PinChanges(
            ProductOrders orders, OrderableItems items, Pins pins, EventStore events, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.pins = pins;
        this.events = events;
        this.clock = clock;
    }

    /// Creates a pin. A pin of the item whose last day is over is replaced.
    ///
    /// @param item id or key
    /// @return id of the new pin
    @Transactional
    UUID create(Grant grant, String item, PinFields fields) {
        orders.locked(grant.productId());
        fields.check(today());
        var itemId = open(grant, "/itemId", item);
        var terms = terms(grant, itemId, fields);
        removeExpired(grant, itemId);
        var pin = new Pin(setting(grant, itemId), terms);
        pins.persist(pin);
        events.append(grant.by(), pin.set());
        return pin.id();
    }

    /// Updates place, reason or last day of a pin.
    ///
    /// @param change computes the new fields from the present ones
    @Transactional
    void update(Grant grant, UUID id, IfMatch ifMatch, UnaryOperator<PinFields> change) {
        var pin = pins.locked(id);
        ifMatch.check(pin.version());
        var fields = change.apply(PinFields.of(pin.terms()));
        fields.check(today());
        var changed = pin.update(terms(grant, pin.itemId(), fields));
        events.append(grant.by(), changed.stream().toList());
    }

    /// Deletes a pin.
    @Transactional
    void remove(Grant grant, UUID id, IfMatch ifMatch) {
        var pin = pins.locked(id);
        ifMatch.check(pin.version());
        remove(grant, pin);
    }

    private void removeExpired(Grant grant, UUID item) {
        var known = pins.ofItem(item);
        if (known.isPresent() && !known.get().isOver(today())) {
            throw new ItemIsPinned(known.get().id());
        }
        known.ifPresent(pin -> remove(grant, pin));
        if (pins.countOf(grant.productId()) >= MAX_PINS) {
            throw new TooManyPins(MAX_PINS);
        }
    }

    private void remove(Grant grant, Pin pin) {
        events.append(grant.by(), pin.remove());
        pins.delete(pin);
        pins.flush();
    }

    private PinTerms terms(Grant grant, UUID item, PinFields fields) {
        return new PinTerms(
                fields.place(),
                fields.position(),
                other(grant, item, fields.otherItemId()),
                fields.reason(),
                fields.until());
    }

    private @Nullable UUID other(Grant grant, UUID item, @Nullable String name) {
        var other = name == null ? null : open(grant, "/otherItemId", name);
        if (item.equals(other)) {
            throw new Invalid(
                    FieldError.at(
                            "/otherItemId", "duplicate", "An item cannot be pinned to itself."));
        }
        return other;
    }

    private UUID open(Grant grant, String pointer, String name) {
        var item =
                ItemIdOrNumber.of(name, grant.productKey()).stream()
                        .flatMap(known -> items.named(grant.productId(), List.of(known)).stream())
                        .findFirst()
                        .orElseThrow(() ->
                                new Invalid(
                                        FieldError.at(
                                                pointer,
                                                "unknown-item",
                                                "This product has no item " + name + ".")));
        if (!item.open()) {
            throw new Invalid(
                    FieldError.at(
                            pointer,
                            "not-in-order",
                            name + " is dropped: it is not in the order."));
        }
        return item.id();
    }

    private Pin.PinIdentity setting(Grant grant, UUID item) {
        return new Pin.PinIdentity(
                UuidCreator.getTimeOrderedEpoch(),
                grant.productId(),
                item,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                grant.by().actor());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// An item has at most one pin.
    static final class ItemIsPinned extends Conflict {

        ItemIsPinned(UUID pin) {
            super("item-is-pinned", "The item has a pin already: update or delete that one.");
            fact("pin", pin);
        }
    }

    /// A product has too many pins.
    static final class TooManyPins extends Conflict {

        TooManyPins(int most) {
            super("too-many-pins", "A product has at most " + most + " pins: delete some first.");
            fact("most", most);
        }
    }
}

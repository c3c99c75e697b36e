package dev.steward.backlog.item;

import dev.steward.backlog.item.ItemPlacement.Newborn;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Taking in items from another tool, many at once, by the rules of every other item: a fixed
/// number of statements however many there are.
@ApplicationScoped
public class ItemIntake {

    private final BacklogItems items;
    private final ItemPlacement placement;
    private final ItemAppraisal appraisal;
    private final EventRecord events;
    private final Validator validator;
    private final Clock clock;

    ItemIntake(
            BacklogItems items,
            ItemPlacement placement,
            ItemAppraisal appraisal,
            EventRecord events,
            Validator validator,
            Clock clock) {
        this.items = items;
        this.placement = placement;
        this.appraisal = appraisal;
        this.events = events;
        this.validator = validator;
        this.clock = clock;
    }

    /// Where the items arrive, and who brings them.
    public record Arrival(UUID productId, String productKey, Provenance by) {}

    /// What is wrong with an item, whatever is here already.
    public List<FieldError> objections(ForeignItem item) {
        var violations = validator.validate(item.fields());
        return violations.isEmpty() ? List.of() : InvalidFields.of(violations).errors();
    }

    /// Makes the new ones, last and in the given order, and changes the known ones; that the right
    /// to import covers their estimates is the caller's knowledge.
    ///
    /// @return what became of each, in their order
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Taken> take(Arrival arrival, List<ForeignItem> wanted) {
        var delivery = new Delivery(items.locked(Delivery.knownOf(wanted)));
        var taken = wanted.stream().map(delivery::take).toList();
        items.flush();
        var born = born(arrival, delivery.newOnes());
        events.append(arrival.by(), delivery.events(born));
        if (!delivery.toScore().isEmpty()) {
            appraisal.reappraise(arrival.productId(), delivery.toScore());
        }
        return taken;
    }

    /// What [#take] would do, without doing it.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Taken> foresee(List<ForeignItem> wanted) {
        var delivery = new Delivery(items.toTryOn(Delivery.knownOf(wanted)));
        return wanted.stream().map(delivery::take).toList();
    }

    private List<BacklogItemEvent> born(Arrival arrival, List<ForeignItem> newOnes) {
        if (newOnes.isEmpty()) {
            return List.of();
        }
        var numbers = items.nextNumbers(arrival.productId(), newOnes.size());
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var born =
                IntStream.range(0, newOnes.size())
                        .mapToObj(i -> birth(arrival, newOnes.get(i), numbers.get(i), at))
                        .toList();
        items.insert(born);
        var ranks =
                placement.placeLast(
                        arrival.productId(),
                        born.stream().map(item -> new Newborn(item.id(), item.number())).toList());
        return IntStream.range(0, born.size())
                .<BacklogItemEvent>mapToObj(i -> born.get(i).created(ranks.get(i)))
                .toList();
    }

    private static BacklogItem birth(Arrival arrival, ForeignItem item, long number, Instant at) {
        var fields = item.fields();
        return new BacklogItem(
                new BacklogItem.Birth(
                        item.id(),
                        arrival.productId(),
                        arrival.productKey(),
                        number,
                        at,
                        arrival.by().actor()),
                fields.text(List.of()),
                fields.estimate(),
                fields.inputs());
    }
}

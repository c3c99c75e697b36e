package dev.steward.backlog.item;

import dev.steward.backlog.item.Births.Unborn;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.List;
import java.util.UUID;

/// Taking in items from another tool, many at once, by the rules of every other item: a fixed
/// number of statements however many there are.
@ApplicationScoped
public class ItemIntake {

    private final BacklogItems items;
    private final Births births;
    private final ItemAppraisal appraisal;
    private final EventRecord events;
    private final Validator validator;

    ItemIntake(
            BacklogItems items,
            Births births,
            ItemAppraisal appraisal,
            EventRecord events,
            Validator validator) {
        this.items = items;
        this.births = births;
        this.appraisal = appraisal;
        this.events = events;
        this.validator = validator;
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

    private List<BacklogItemEvent.Created> born(Arrival arrival, List<ForeignItem> newOnes) {
        return births.bear(
                arrival,
                newOnes.stream().map(item -> new Unborn(item.id(), item.fields())).toList());
    }
}

package dev.steward.backlog.item;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.steward.backlog.item.BacklogItemEvent.Commissioned;
import dev.steward.backlog.item.Births.Unborn;
import dev.steward.backlog.item.ItemIntake.Arrival;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Making the items that other services ask for, by the rules of every other item. The id is the
/// asker's, so asking is once: again, late or after the item was dropped it changes nothing and
/// draws no number.
@ApplicationScoped
public class Commission {

    private final BacklogItems items;
    private final Births births;
    private final ItemAppraisal appraisal;
    private final EventRecord events;
    private final Validator validator;

    Commission(
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

    /// @throws dev.steward.platform.web.Invalid where one is not what an item can be
    @Transactional(Transactional.TxType.MANDATORY)
    public void fulfil(Collection<AskedItem> asked) {
        Map<UUID, AskedItem> once = new LinkedHashMap<>();
        asked.forEach(item -> once.putIfAbsent(item.id(), item));
        var productKeys = items.open(once.values());
        once.keySet().retainAll(productKeys.keySet());
        once.forEach((id, item) -> make(item, requireNonNull(productKeys.get(id))));
        // Products in the order of their ids: two instances never wait for each other crosswise.
        once.values().stream()
                .collect(
                        groupingBy(
                                AskedItem::productId,
                                TreeMap::new,
                                mapping(AskedItem::id, toList())))
                .forEach(appraisal::reappraise);
    }

    private void make(AskedItem asked, String productKey) {
        var fields = asked.fields();
        var violations = validator.validate(fields);
        if (!violations.isEmpty()) {
            throw InvalidFields.of(violations);
        }
        var arrival = new Arrival(asked.productId(), productKey, asked.by());
        var born = births.bear(arrival, List.of(new Unborn(asked.id(), fields)));
        born.forEach(birth -> events.append(asked.by(), new Commissioned(birth, asked.origin())));
    }
}

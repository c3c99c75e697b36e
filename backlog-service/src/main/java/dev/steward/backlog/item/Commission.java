package dev.steward.backlog.item;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.steward.backlog.item.BacklogItemEvent.Brought;
import dev.steward.backlog.item.Births.Unborn;
import dev.steward.backlog.item.ItemIntake.Arrival;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

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
        var originals = locked(once.values());
        once.forEach((id, item) -> make(item, requireNonNull(productKeys.get(id)), originals));
        items.flush();
        // Products in the order of their ids: two instances never wait for each other crosswise.
        once.values().stream()
                .collect(
                        groupingBy(
                                AskedItem::productId,
                                TreeMap::new,
                                flatMapping(Commission::toScore, toSet())))
                .forEach(appraisal::reappraise);
    }

    /// The estimate of what was split is a new one too.
    private static Stream<UUID> toScore(AskedItem asked) {
        return Stream.concat(Stream.of(asked.id()), splitFrom(asked).stream());
    }

    private static Optional<UUID> splitFrom(AskedItem asked) {
        return switch (asked) {
            case AskedItem.Fresh _ -> Optional.empty();
            case AskedItem.Rest rest -> Optional.of(rest.splitFrom());
        };
    }

    private Map<UUID, BacklogItem> locked(Collection<AskedItem> asked) {
        var ids = asked.stream().flatMap(one -> splitFrom(one).stream()).distinct().toList();
        return items.locked(ids).stream().collect(toMap(BacklogItem::id, identity()));
    }

    private void make(AskedItem asked, String productKey, Map<UUID, BacklogItem> originals) {
        var original = splitFrom(asked).map(originals::get);
        var fields = valid(fields(asked, original));
        var arrival = new Arrival(asked.productId(), productKey, asked.by());
        var unborn = new Unborn(asked.id(), fields, splitFrom(asked).orElse(null));
        for (var birth : births.bear(arrival, List.of(unborn))) {
            List<BacklogItemEvent> told = new ArrayList<>();
            told.add(new Brought(birth, asked.origin()));
            original.map(item -> item.split(asked.id(), fields.estimate())).ifPresent(told::add);
            events.append(asked.by(), told);
        }
    }

    private static ItemFields fields(AskedItem asked, Optional<BacklogItem> original) {
        return switch (asked) {
            case AskedItem.Fresh fresh -> fresh.fields();
            case AskedItem.Rest rest -> rest.fields(original);
        };
    }

    private ItemFields valid(ItemFields fields) {
        var violations = validator.validate(fields);
        if (!violations.isEmpty()) {
            throw InvalidFields.of(violations);
        }
        return fields;
    }
}

package dev.steward.backlog.item;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.steward.backlog.item.BacklogItemEvent.WithOrigin;
import dev.steward.backlog.item.ItemFactory.NewItem;
import dev.steward.backlog.item.ItemImport.CreationContext;
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
/// asker's, so asking is requests: again, late or after the item was dropped it changes nothing and
/// draws no number.
@ApplicationScoped
public class ItemRequests {

    private final BacklogItems items;
    private final ItemFactory births;
    private final ItemScoring scoring;
    private final EventRecord events;
    private final Validator validator;

    ItemRequests(
            BacklogItems items,
            ItemFactory births,
            ItemScoring scoring,
            EventRecord events,
            Validator validator) {
        this.items = items;
        this.births = births;
        this.scoring = scoring;
        this.events = events;
        this.validator = validator;
    }

    /// @throws dev.steward.platform.web.Invalid where one is not what an item can be
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<RequestedItem> requests) {
        Map<UUID, RequestedItem> byId = new LinkedHashMap<>();
        requests.forEach(request -> byId.putIfAbsent(request.id(), request));
        var productKeys = items.open(byId.values());
        byId.keySet().retainAll(productKeys.keySet());
        var originals = locked(byId.values());
        byId.forEach((id, request) -> create(request, requireNonNull(productKeys.get(id)), originals));
        items.flush();
        // Products in the order of their ids: two instances never wait for each other crosswise.
        byId.values().stream()
                .collect(
                        groupingBy(
                                RequestedItem::productId,
                                TreeMap::new,
                                flatMapping(ItemRequests::toScore, toSet())))
                .forEach(scoring::rescore);
    }

    /// The estimate of what was split is a new one too.
    private static Stream<UUID> toScore(RequestedItem request) {
        return Stream.concat(Stream.of(request.id()), splitFrom(request).stream());
    }

    private static Optional<UUID> splitFrom(RequestedItem request) {
        return switch (request) {
            case RequestedItem.New _ -> Optional.empty();
            case RequestedItem.Remainder rest -> Optional.of(rest.splitFrom());
        };
    }

    private Map<UUID, BacklogItem> locked(Collection<RequestedItem> requests) {
        var ids = requests.stream().flatMap(one -> splitFrom(one).stream()).distinct().toList();
        return items.locked(ids).stream().collect(toMap(BacklogItem::id, identity()));
    }

    private void create(RequestedItem request, String productKey, Map<UUID, BacklogItem> originals) {
        var original = splitFrom(request).map(originals::get);
        var fields = valid(fields(request, original));
        var arrival = new CreationContext(request.productId(), productKey, request.by());
        var newItem = new NewItem(request.id(), fields, splitFrom(request).orElse(null));
        for (var created : births.create(arrival, List.of(newItem))) {
            List<BacklogItemEvent> happened = new ArrayList<>();
            happened.add(new WithOrigin(created, request.origin()));
            original.map(item -> item.split(request.id(), fields.estimate())).ifPresent(happened::add);
            events.append(request.by(), happened);
        }
    }

    private static ItemFields fields(RequestedItem request, Optional<BacklogItem> original) {
        return switch (request) {
            case RequestedItem.New item -> item.fields();
            case RequestedItem.Remainder remainder -> remainder.fields(original);
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

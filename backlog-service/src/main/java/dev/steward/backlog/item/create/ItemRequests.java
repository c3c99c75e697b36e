package dev.steward.backlog.item.create;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.item.BacklogItemEvent;
import dev.steward.backlog.item.BacklogItemEvent.WithOrigin;
import dev.steward.backlog.item.BacklogItems;
import dev.steward.backlog.item.ItemFields;
import dev.steward.backlog.item.ItemScoring;
import dev.steward.backlog.item.create.ItemFactory.CreationContext;
import dev.steward.backlog.item.create.ItemFactory.NewItem;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.problem.InvalidFields;
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

/// Creates the items that other services request, by the same rules as all others. The requester
/// chose the id, so a repeated or late request changes nothing and uses no number, even when the
/// item was dropped meanwhile.
@ApplicationScoped
public class ItemRequests {

    private final BacklogItems items;
    private final ItemFactory itemFactory;
    private final ItemScoring scoring;
    private final EventStore events;
    private final Validator validator;

    ItemRequests(
            BacklogItems items,
            ItemFactory itemFactory,
            ItemScoring scoring,
            EventStore events,
            Validator validator) {
        this.items = items;
        this.itemFactory = itemFactory;
        this.scoring = scoring;
        this.events = events;
        this.validator = validator;
    }

    /// @throws dev.steward.platform.web.problem.Invalid when the fields of an item are not valid
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<RequestedItem> requests) {
        Map<UUID, RequestedItem> byId = new LinkedHashMap<>();
        requests.forEach(request -> byId.putIfAbsent(request.id(), request));
        Map<UUID, UUID> products = new LinkedHashMap<>();
        byId.forEach((id, request) -> products.put(id, request.productId()));
        var productKeys = items.productKeysOfMissing(products);
        byId.keySet().retainAll(productKeys.keySet());
        var originals = locked(byId.values());
        byId.forEach(
                (id, request) -> create(request, requireNonNull(productKeys.get(id)), originals));
        items.flush();
        // Products in the order of their ids, to avoid deadlocks between instances.
        byId.values().stream()
                .collect(
                        groupingBy(
                                RequestedItem::productId,
                                TreeMap::new,
                                flatMapping(ItemRequests::toScore, toSet())))
                .forEach(scoring::rescore);
    }

    /// The item that was split has a new estimate too.
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

    private void create(
            RequestedItem request, String productKey, Map<UUID, BacklogItem> originals) {
        var original = splitFrom(request).map(originals::get);
        var fields = valid(fields(request, original));
        var context = new CreationContext(request.productId(), productKey, request.by());
        var newItem = new NewItem(request.id(), fields, splitFrom(request).orElse(null));
        for (var created : itemFactory.create(context, List.of(newItem))) {
            List<BacklogItemEvent> happened = new ArrayList<>();
            happened.add(new WithOrigin(created, request.origin()));
            original.map(item -> item.split(request.id(), fields.estimate()))
                    .ifPresent(happened::add);
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

package dev.steward.backlog.item;

import dev.steward.platform.web.Conflict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Items from another tool, held against those that are here.
final class Delivery {

    private final Map<UUID, BacklogItem> here;
    private final List<ForeignItem> newOnes = new ArrayList<>();
    private final List<BacklogItemEvent> changes = new ArrayList<>();
    private final List<UUID> toScore = new ArrayList<>();

    Delivery(Collection<BacklogItem> here) {
        this.here = here.stream().collect(Collectors.toMap(BacklogItem::id, Function.identity()));
    }

    static List<UUID> knownOf(List<ForeignItem> wanted) {
        return wanted.stream().filter(ForeignItem::known).map(ForeignItem::id).toList();
    }

    Taken take(ForeignItem item) {
        var before = here.get(item.id());
        if (before == null) {
            newOnes.add(item);
            toScore.add(item.id());
            return new Taken.Created();
        }
        var to = item.over(ItemFields.of(before));
        return to.equals(ItemFields.of(before)) ? new Taken.Unchanged() : change(before, to);
    }

    private Taken change(BacklogItem item, ItemFields to) {
        try {
            var edited = item.edit(to.text(item.text().criteria()));
            var estimated = item.estimate(to.estimate());
            if (estimated.isPresent()) {
                toScore.add(item.id());
            }
            var events = Stream.of(edited, estimated).flatMap(Optional::stream).toList();
            changes.addAll(events);
            return events.isEmpty() ? new Taken.Unchanged() : new Taken.Updated();
        } catch (Conflict refused) {
            return new Taken.Refused(refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    List<ForeignItem> newOnes() {
        return newOnes;
    }

    /// Estimate or value inputs are new.
    List<UUID> toScore() {
        return toScore;
    }

    /// What happened, as imports tell it.
    List<BacklogItemEvent> events(List<? extends BacklogItemEvent> births) {
        return Stream.concat(births.stream(), changes.stream())
                .<BacklogItemEvent>map(event -> new BacklogItemEvent.Brought(event, Origin.IMPORT))
                .toList();
    }
}

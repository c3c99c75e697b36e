package dev.steward.backlog.item.list;

import dev.steward.backlog.item.ItemType;
import dev.steward.backlog.item.ShownStatus;
import dev.steward.backlog.item.list.ItemListResource.ItemListParameters;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import dev.steward.platform.web.request.EnumParameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sort, filter and optional parts of an item list, read from the request's parameters. [#toString]
/// identifies the list: a cursor belongs to one sort and filter.
///
/// @param includes `description`, `total`
record ItemListOptions(ItemSort sort, ItemFilter filter, Set<String> includes) {

    private static final Set<ShownStatus> OPEN =
            EnumSet.complementOf(EnumSet.of(ShownStatus.DROPPED));
    private static final Set<String> INCLUDABLE = Set.of("description", "total");

    static ItemListOptions of(ItemListParameters parameters) {
        var statuses = EnumParameter.of("status", ShownStatus.class, parameters.status);
        var filter =
                new ItemFilter(
                        statuses.isEmpty() ? OPEN : statuses,
                        EnumParameter.of("type", ItemType.class, parameters.type),
                        split(parameters.label),
                        goals(parameters.goal));
        return new ItemListOptions(
                sort(parameters.sort),
                filter,
                EnumParameter.of("include", INCLUDABLE, parameters.include));
    }

    @Override
    public String toString() {
        return sort + " " + filter;
    }

    private static ItemSort sort(String name) {
        return ItemSort.named(name)
                .orElseThrow(() ->
                        new Invalid(
                                FieldError.parameter(
                                        "sort",
                                        "one-of",
                                        "`sort` must be one of "
                                                + String.join(", ", ItemSort.parameters())
                                                + ".")));
    }

    private static Set<UUID> goals(@Nullable String values) {
        return split(values).stream()
                .map(ItemListOptions::goal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static UUID goal(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new Invalid(
                    FieldError.parameter(
                            "goal",
                            "unreadable",
                            "`goal` must be ids of goals (UUIDs), separated by commas."));
        }
    }

    private static Set<String> split(@Nullable String values) {
        return values == null || values.isEmpty()
                ? Set.of()
                : new TreeSet<>(Arrays.asList(values.split(",", -1)));
    }
}

package dev.steward.backlog.item;

import dev.steward.backlog.item.ItemListResource.ListQuery;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a list was asked for, read from its parameters. Its text names the list: a cursor belongs
/// to one sort and filter.
///
/// @param includes `description`, `total`
record ItemWish(ItemSort sort, ItemFilter filter, Set<String> includes) {

    private static final Set<ShownStatus> OPEN =
            EnumSet.complementOf(EnumSet.of(ShownStatus.DROPPED));
    private static final Set<String> INCLUDABLE = new TreeSet<>(Set.of("description", "total"));

    static ItemWish of(ListQuery asked) {
        var sort = ItemSort.named(asked.sort);
        if (sort.isEmpty()) {
            throw notOneOf("sort", Stream.of(ItemSort.values()).map(ItemSort::parameter).toList());
        }
        var statuses = oneOf("status", ShownStatus.class, asked.status);
        var filter =
                new ItemFilter(
                        statuses.isEmpty() ? OPEN : statuses,
                        oneOf("type", ItemType.class, asked.type),
                        split(asked.label),
                        goals(asked.goal));
        return new ItemWish(sort.get(), filter, includes(asked.include));
    }

    @Override
    public String toString() {
        return sort + " " + filter;
    }

    private static Set<UUID> goals(@Nullable String values) {
        return split(values).stream()
                .map(ItemWish::goal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static UUID goal(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new Invalid(
                    FieldError.parameter("goal", "unreadable", "A goal is named by its id."));
        }
    }

    private static Set<String> includes(@Nullable String values) {
        var asked = split(values);
        if (!INCLUDABLE.containsAll(asked)) {
            throw notOneOf("include", INCLUDABLE);
        }
        return asked;
    }

    private static <E extends Enum<E>> Set<E> oneOf(
            String parameter, Class<E> type, @Nullable String values) {
        var known = EnumSet.allOf(type);
        var asked = split(values);
        var found = EnumSet.noneOf(type);
        known.stream().filter(value -> asked.contains(value.name())).forEach(found::add);
        if (found.size() < asked.size()) {
            throw notOneOf(parameter, known);
        }
        return found;
    }

    private static Set<String> split(@Nullable String values) {
        return values == null || values.isEmpty()
                ? Set.of()
                : new TreeSet<>(Arrays.asList(values.split(",", -1)));
    }

    private static Invalid notOneOf(String parameter, Object known) {
        return new Invalid(
                FieldError.parameter(parameter, "one-of", "The values of it are " + known + "."));
    }
}

package dev.steward.platform.web.request;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The values of a query parameter out of a documented set, with commas: `status=READY,REFINING`.
/// One that is none of them is an [Invalid] that names the parameter and the set.
public final class EnumParameter {

    private EnumParameter() {}

    /// None where the parameter was not given.
    public static <E extends Enum<E>> Set<E> of(
            String parameter, Class<E> type, @Nullable String given) {
        var known = EnumSet.allOf(type);
        var asked = words(given);
        var found = EnumSet.noneOf(type);
        known.stream().filter(value -> asked.contains(value.name())).forEach(found::add);
        if (found.size() < asked.size()) {
            throw notOneOf(parameter, known);
        }
        return found;
    }

    /// All of them where the parameter was not given.
    public static <E extends Enum<E>> Set<E> orAll(
            String parameter, Class<E> type, @Nullable String given) {
        var found = of(parameter, type, given);
        return found.isEmpty() ? EnumSet.allOf(type) : found;
    }

    /// None where the parameter was not given; in the order of the alphabet.
    public static Set<String> of(String parameter, Set<String> known, @Nullable String given) {
        var asked = words(given);
        if (!known.containsAll(asked)) {
            throw notOneOf(parameter, new TreeSet<>(known));
        }
        return asked;
    }

    private static Set<String> words(@Nullable String given) {
        return given == null || given.isEmpty()
                ? Collections.emptySet()
                : Arrays.stream(given.split(",", -1))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Invalid notOneOf(String parameter, Set<?> known) {
        return new Invalid(
                FieldError.parameter(
                        parameter,
                        "one-of",
                        "`%s` must be one of %s, or several of them separated by commas."
                                .formatted(
                                        parameter,
                                        known.stream()
                                                .map(Object::toString)
                                                .collect(Collectors.joining(", ")))));
    }
}

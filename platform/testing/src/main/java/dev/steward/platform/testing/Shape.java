package dev.steward.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;

/// Compares two JSON documents by fields and types; values may differ, and so may the elements of
/// the set of changed fields, which depends on the change.
final class Shape {

    private Shape() {}

    /// Where the two first differ, in words.
    static Optional<String> difference(String pointer, JsonNode expected, JsonNode actual) {
        if (expected.isNull() || actual.isNull()) {
            return Optional.empty();
        }
        if (expected.getNodeType() != actual.getNodeType()) {
            return Optional.of(
                    pointer
                            + ": "
                            + actual.getNodeType()
                            + " instead of "
                            + expected.getNodeType());
        }
        if (expected.isObject()) {
            return fields(pointer, expected, actual);
        }
        if (expected.isArray() && !expected.isEmpty() && !actual.isEmpty()) {
            return difference(pointer + "/0", expected.get(0), actual.get(0));
        }
        return Optional.empty();
    }

    private static Optional<String> fields(String pointer, JsonNode expected, JsonNode actual) {
        var expectedNames = names(expected);
        var actualNames = names(actual);
        if (!pointer.equals("/data/change") && !expectedNames.equals(actualNames)) {
            return Optional.of(
                    pointer + ": fields " + actualNames + " instead of " + expectedNames);
        }
        expectedNames.retainAll(actualNames);
        return expectedNames.stream()
                .flatMap(name ->
                        difference(pointer + "/" + name, expected.get(name), actual.get(name))
                                .stream())
                .findFirst();
    }

    private static TreeSet<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

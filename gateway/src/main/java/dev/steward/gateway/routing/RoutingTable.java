package dev.steward.gateway.routing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the operation of a method and path in a tree of path segments. A literal segment precedes
/// a parameter, as in the services. Segments are compared decoded, because the services decode them
/// too: `/items/b%61tch` must lead to the same operation here and there.
public class RoutingTable {

    private static class Node {
        final Map<String, Node> literals = new HashMap<>();
        @Nullable Node parameter;
        final Map<String, Operation> operations = new TreeMap<>();
    }

    private final Node root = new Node();
    private final List<Operation> all = new ArrayList<>();

    public RoutingTable(Collection<Operation> operations) {
        operations.forEach(this::add);
    }

    public Collection<Operation> operations() {
        return all;
    }

    private void add(Operation operation) {
        var node = root;
        for (var segment : segments(operation.template())) {
            node = child(node, segment, operation);
        }
        node.operations.put(operation.method(), operation);
        all.add(operation);
    }

    private static Node child(Node node, String segment, Operation operation) {
        if (!segment.contains("{")) {
            return node.literals.computeIfAbsent(segment, _ -> new Node());
        }
        if (segment.indexOf('{') != 0 || segment.indexOf('}') != segment.length() - 1) {
            throw new IllegalArgumentException(
                    "%s: a parameter must be a whole path segment: %s"
                            .formatted(operation.id(), operation.template()));
        }
        if (node.parameter == null) {
            node.parameter = new Node();
        }
        return node.parameter;
    }

    /// @param path as it was sent; must have passed the check of the request target
    public Route find(String method, String path) {
        var node = descend(root, segments(path), 0);
        if (node == null) {
            return new Route.NotFound();
        }
        var operation = node.operations.get(method);
        if (operation == null && method.equals("HEAD")) {
            operation = node.operations.get("GET");
        }
        return operation == null ? otherMethods(node) : new Route.Found(operation);
    }

    private static Route otherMethods(Node node) {
        var allowed = new TreeSet<>(node.operations.keySet());
        allowed.add("OPTIONS");
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        var template = node.operations.values().iterator().next().template();
        return new Route.MethodNotAllowed(template, allowed);
    }

    private static @Nullable Node descend(Node node, String[] segments, int depth) {
        if (depth == segments.length) {
            return node.operations.isEmpty() ? null : node;
        }
        var segment = decoded(segments[depth]);
        var literal = node.literals.get(segment);
        var found = literal == null ? null : descend(literal, segments, depth + 1);
        if (found == null && node.parameter != null && !segment.isEmpty()) {
            found = descend(node.parameter, segments, depth + 1);
        }
        return found;
    }

    private static String[] segments(String path) {
        return path.substring(1).split("/", -1);
    }

    private static String decoded(String segment) {
        return segment.indexOf('%') < 0
                ? segment
                : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

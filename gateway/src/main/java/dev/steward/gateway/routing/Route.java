package dev.steward.gateway.routing;

import java.util.SortedSet;

/// The result of looking up a request in the routing table.
public sealed interface Route {

    /// The operation that answers the request.
    record Found(Operation operation) implements Route {}

    /// The path exists, but not with this method; also for `OPTIONS`, which asks for the methods.
    ///
    /// @param allowed the methods of the path
    record MethodNotAllowed(String template, SortedSet<String> allowed) implements Route {}

    record NotFound() implements Route {}
}

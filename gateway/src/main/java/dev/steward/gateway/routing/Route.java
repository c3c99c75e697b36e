package dev.steward.gateway.routing;

import java.util.SortedSet;

/// Where a request leads.
public sealed interface Route {

    /// To this operation.
    record Found(Operation operation) implements Route {}

    /// The path is documented, the method is not (or it is `OPTIONS`, which asks for just this).
    ///
    /// @param allowed the methods that are
    record OtherMethods(String template, SortedSet<String> allowed) implements Route {}

    record Nowhere() implements Route {}
}

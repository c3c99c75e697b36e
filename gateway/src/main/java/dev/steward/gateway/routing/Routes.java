package dev.steward.gateway.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads the operations from the published document.
class Routes {

    /// The limit of the request body of an operation, in bytes, where it has one of its own.
    private static final String MAX_BODY = "x-steward-max-body";

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    @Produces
    @Singleton
    RoutingTable routingTable(PublishedDocument document, ObjectMapper mapper)
            throws JsonProcessingException {
        return new RoutingTable(operations(mapper.readTree(document.json())));
    }

    static List<Operation> operations(JsonNode document) {
        var operations = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var entry : path.getValue().properties()) {
                if (METHODS.contains(entry.getKey())) {
                    operations.add(operation(path.getKey(), entry.getKey(), entry.getValue()));
                }
            }
        }
        return operations;
    }

    private static Operation operation(String template, String method, JsonNode described) {
        return new Operation(
                described.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                template,
                described.path("x-steward-service").asText(),
                Access.of(described.path("security")),
                described.has(MAX_BODY) ? described.path(MAX_BODY).asLong() : null);
    }
}

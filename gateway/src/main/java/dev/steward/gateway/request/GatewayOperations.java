package dev.steward.gateway.request;

import dev.steward.gateway.routing.GatewayOperation;
import dev.steward.gateway.routing.Operation;
import dev.steward.gateway.routing.RoutingTable;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The operations that the gateway answers itself; fails to start unless they are those of its
/// document.
@Startup
@Singleton
class GatewayOperations {

    static final String SERVICE = "gateway";

    private final Map<String, GatewayOperation> byId;

    GatewayOperations(@All List<GatewayOperation> operations, RoutingTable routes) {
        byId =
                operations.stream()
                        .collect(
                                Collectors.toMap(
                                        GatewayOperation::operationId, Function.identity()));
        var documented =
                routes.operations().stream()
                        .filter(operation -> operation.service().equals(SERVICE))
                        .map(Operation::id)
                        .collect(Collectors.toSet());
        if (!documented.equals(byId.keySet())) {
            throw new IllegalStateException(
                    "documented operations are %s, implemented ones are %s"
                            .formatted(documented, byId.keySet()));
        }
    }

    GatewayOperation get(String operationId) {
        return Objects.requireNonNull(byId.get(operationId), operationId);
    }
}

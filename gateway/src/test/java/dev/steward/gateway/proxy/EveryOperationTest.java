package dev.steward.gateway.proxy;

import static dev.steward.gateway.standin.Callers.nobody;
import static dev.steward.gateway.standin.Callers.someone;
import static org.hamcrest.Matchers.*;

import dev.steward.gateway.routing.Operation;
import dev.steward.gateway.routing.RoutingTable;
import dev.steward.gateway.standin.*;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.*;
import org.junit.jupiter.api.Test;

/// Every documented operation reaches its own service, and only with credentials.
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class EveryOperationTest {

    @Inject RoutingTable routes;

    @Test
    void reachesItsService() {
        for (var operation : ofTheServices()) {
            var path = operation.template().replaceAll("\\{[^}]*}", "0198c0de");
            someoneFor(operation)
                    .request(operation.method(), path)
                    .then()
                    .statusCode(200)
                    .body("service", is(operation.service()))
                    .body("method", is(operation.method()))
                    .body("uri", is(path));
        }
    }

    @Test
    void isClosedWithoutCredentialsUnlessDocumentedOpen() {
        for (var operation : ofTheServices()) {
            var path = operation.template().replaceAll("\\{[^}]*}", "0198c0de");
            nobody().request(operation.method(), path)
                    .then()
                    .statusCode(operation.access().open() ? 200 : 401);
        }
    }

    private List<Operation> ofTheServices() {
        return routes.operations().stream()
                .filter(one -> Set.of("backlog", "sprint", "feedback").contains(one.service()))
                .toList();
    }

    private static io.restassured.specification.RequestSpecification someoneFor(
            Operation operation) {
        return operation.access().oidc()
                ? someone()
                : nobody().header("Authorization", "Bearer stw_0198c0de_secret");
    }
}

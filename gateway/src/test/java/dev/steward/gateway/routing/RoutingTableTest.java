package dev.steward.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTableTest {

    private final RoutingTable table =
            new RoutingTable(
                    List.of(
                            operation("GET", "/api/v1/items/{item}"),
                            operation("PATCH", "/api/v1/items/{item}"),
                            operation("POST", "/api/v1/items/batch"),
                            operation("GET", "/api/v1/items/{item}/score"),
                            operation("GET", "/api/v1/items.csv")));

    @Test
    void findsAnOperationByMethodAndTemplate() {
        assertThat(found("PATCH", "/api/v1/items/SHOP-142"))
                .isEqualTo("PATCH /api/v1/items/{item}");
    }

    @Test
    void prefersTheLiteral() {
        assertThat(found("POST", "/api/v1/items/batch")).isEqualTo("POST /api/v1/items/batch");
    }

    @Test
    void comesBackFromALiteralThatLeadsNowhere() {
        assertThat(found("GET", "/api/v1/items/batch/score"))
                .isEqualTo("GET /api/v1/items/{item}/score");
    }

    @Test
    void answersHeadWhereItAnswersGet() {
        assertThat(found("HEAD", "/api/v1/items.csv")).isEqualTo("GET /api/v1/items.csv");
    }

    @Test
    void comparesDecodedAsTheServicesDo() {
        assertThat(found("POST", "/api/v1/items/b%61tch")).isEqualTo("POST /api/v1/items/batch");
    }

    @Test
    void namesTheOtherMethods() {
        assertThat(table.find("GET", "/api/v1/items/batch"))
                .isInstanceOfSatisfying(
                        Route.MethodNotAllowed.class,
                        other -> assertThat(other.allowed()).containsExactly("OPTIONS", "POST"));
        assertThat(table.find("DELETE", "/api/v1/items/1"))
                .isInstanceOfSatisfying(
                        Route.MethodNotAllowed.class,
                        other ->
                                assertThat(other.allowed())
                                        .containsExactly("GET", "HEAD", "OPTIONS", "PATCH"));
    }

    @Test
    void leadsNowhereOutsideTheTemplates() {
        for (var path :
                List.of(
                        "/",
                        "/api/v1",
                        "/api/v1/items",
                        "/api/v1/items/",
                        "/api/v1/items/1/",
                        "/q")) {
            assertThat(table.find("GET", path)).as(path).isInstanceOf(Route.NotFound.class);
        }
    }

    @Test
    void refusesAParameterWithinASegment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoutingTable(List.of(operation("GET", "/a/{b}.csv"))));
    }

    private String found(String method, String path) {
        return ((Route.Found) table.find(method, path)).operation().id();
    }

    private static Operation operation(String method, String template) {
        return new Operation(
                method + " " + template,
                method,
                template,
                "backlog",
                new Access(false, true, false),
                null);
    }
}

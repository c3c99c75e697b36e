package dev.steward.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which operations need no credentials or accept source keys, so that no operation is opened by
/// mistake.
class PublishedOperationsTest {

    private static final List<String> OPEN = List.of("getMeta");

    @Test
    void onlyTheseOperationsNeedNoCredentials() throws IOException {
        assertThat(published())
                .filteredOn(operation -> operation.access().open())
                .extracting(Operation::id)
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void onlyFeedbackServiceAcceptsSourceKeys() throws IOException {
        assertThat(published())
                .filteredOn(operation -> operation.access().sourceKey())
                .extracting(Operation::service)
                .containsOnly("feedback");
    }

    @Test
    void eachOperationIsFoundUnderItsOwnPath() throws IOException {
        var table = new RoutingTable(published());
        for (var operation : published()) {
            var path = operation.template().replaceAll("\\{[^}]*}", "0198c0de");
            assertThat(table.find(operation.method(), path)).isEqualTo(new Route.Found(operation));
        }
    }

    private static List<Operation> published() throws IOException {
        return Routes.operations(new ObjectMapper().readTree(new PublishedDocument().json()));
    }
}

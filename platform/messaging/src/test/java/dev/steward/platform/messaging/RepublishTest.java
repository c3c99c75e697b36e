package dev.steward.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepublishTest {

    @Inject EventRecord events;
    @Inject Republish republish;
    @Inject Database database;
    @Inject OwnConnections connections;
    @Inject MessagingConfig config;
    @Inject ObjectMapper json;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> configured;

    private final UUID product = UUID.randomUUID();

    @Test
    void sendsTheStateOfEachLivingAggregateAtItsVersion() throws Exception {
        var alive = UUID.randomUUID();
        var gone = UUID.randomUUID();
        append(new Happened(product, alive, 1, Map.of("name", "first")));
        append(new Happened(product, alive, 2, Map.of("name", "second")));
        append(new Happened(product, gone, 1, Map.of("name", "gone")));
        append(new Happened(product, gone, 2, null));
        database.run("delete from outbox");
        var recorded = database.number("select count(*) from event where product_id = ?", product);

        assertThat(republish.all(product)).isEqualTo(1);

        var client = KafkaClients.common(configured);
        Topics.ensure(client, List.of(config.topicOf("probe")));
        try (var relay =
                new Relay(
                        connections,
                        () -> KafkaClients.producer(client),
                        new CloudEvents(config, json))) {
            assertThat(relay.pass()).isEqualTo(1);
        }
        var snapshot =
                Topic.records(client, config.topicOf("probe")).stream()
                        .filter(record -> product.toString().equals(record.key()))
                        .toList();
        assertThat(snapshot)
                .singleElement()
                .satisfies(record -> {
                    var event = IncomingEvent.of(record.headers(), record.value());
                    assertThat(event.type()).isEqualTo("steward.probe.thing.snapshot.v1");
                    assertThat(event.version()).isEqualTo(2);
                    assertThat(event.subject()).isEqualTo(alive);
                    assertThat(new String(record.value(), StandardCharsets.UTF_8))
                            .contains("second");
                });
        // Snapshots are no events: history does not grow.
        assertThat(database.number("select count(*) from event where product_id = ?", product))
                .isEqualTo(recorded);
    }

    private void append(DomainEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> events.append(Provenance.system("test"), event));
    }
}

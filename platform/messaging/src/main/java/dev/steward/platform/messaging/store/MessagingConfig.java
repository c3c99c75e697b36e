package dev.steward.platform.messaging.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/// What a service publishes and reads.
@ConfigMapping(prefix = "steward.messaging")
public interface MessagingConfig {

    /// The publisher's word: `backlog`; topic `steward.backlog`, event types `steward.backlog.…`.
    String publisher();

    /// The publishers whose topics this service reads.
    Optional<List<String>> reads();

    /// Put before topic names and the consumer group, so that several systems share one broker.
    Optional<String> topicPrefix();

    /// Off where a test runs its own relay and poll loop.
    @WithDefault("true")
    boolean running();

    default String prefixed(String name) {
        return topicPrefix().orElse("") + name;
    }

    default String topicOf(String publisher) {
        return prefixed("steward." + publisher);
    }

    default List<String> topicsRead() {
        return reads().orElse(List.of()).stream().map(this::topicOf).toList();
    }
}

package dev.steward.platform.messaging.republish;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.store.MessagingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/// Services ask each other to state everything again, each in its own topic: who reads a publisher
/// is read by it.
@ApplicationScoped
public class RepublishRequests implements EventConsumer {

    /// In the type, where an event names its aggregate and what happened to it.
    static final String REQUESTED = ".republish.requested.v1";

    /// @param of the publisher that is asked
    public record Requested(String of) {}

    private final MessagingConfig config;
    private final SnapshotPointers pointers;
    private final Republish republish;

    RepublishRequests(MessagingConfig config, SnapshotPointers pointers, Republish republish) {
        this.config = config;
        this.pointers = pointers;
        this.republish = republish;
    }

    /// @param topic that of the publisher
    @Transactional(Transactional.TxType.MANDATORY)
    public void ask(String topic) {
        var publisher = topic.substring(topic.lastIndexOf('.') + 1);
        pointers.write(List.of(pointers.ofNoProduct(REQUESTED, Map.of("of", publisher))));
    }

    @Override
    public boolean consumes(String type) {
        return type.endsWith(REQUESTED);
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        if (events.stream()
                .anyMatch(event -> event.state(Requested.class).of().equals(config.publisher()))) {
            republish.requestUnlessUnderWay();
        }
    }
}

package dev.steward.backlog.job;

import dev.steward.platform.messaging.store.EventContext;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/// Who requested work that goes on after the request: the events of the work name them.
@Embeddable
public record Requester(
        String actor,
        @Column(name = "on_behalf_of") @Nullable String onBehalfOf,
        @Column(name = "request_id") @Nullable String requestId,
        @Nullable String traceparent) {

    public static Requester of(EventContext by) {
        return new Requester(by.actor(), by.onBehalfOf(), by.requestId(), by.traceparent());
    }

    public EventContext context() {
        return new EventContext(actor, onBehalfOf, requestId, null, traceparent);
    }
}

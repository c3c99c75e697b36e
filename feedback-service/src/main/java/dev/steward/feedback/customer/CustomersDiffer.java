package dev.steward.feedback.customer;

import dev.steward.platform.web.Conflict;
import java.util.Collection;
import java.util.UUID;

/// The external ids of one request belong to companies that are two here.
final class CustomersDiffer extends Conflict {

    CustomersDiffer(Collection<UUID> customers) {
        super("customers-differ", "These external ids belong to different customers.");
        fact("customers", customers);
    }
}

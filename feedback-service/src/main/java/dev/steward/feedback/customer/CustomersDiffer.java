package dev.steward.feedback.customer;

import dev.steward.feedback.source.Visitor;
import dev.steward.platform.web.Conflict;
import java.util.Collection;
import java.util.UUID;

/// The external ids of one request belong to companies that are two here.
final class CustomersDiffer extends Conflict {

    /// @param visitor a key, which reads no customers, is not told which they are
    CustomersDiffer(Collection<UUID> customers, Visitor visitor) {
        super("customers-differ", "These external ids belong to different customers.");
        switch (visitor) {
            case Visitor.Member _ -> fact("customers", customers);
            case Visitor.Key _ -> {}
        }
    }
}

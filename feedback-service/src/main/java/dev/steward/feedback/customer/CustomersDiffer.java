package dev.steward.feedback.customer;

import dev.steward.feedback.source.ApiCaller;
import dev.steward.platform.web.Conflict;
import java.util.Collection;
import java.util.UUID;

/// The external ids of one request belong to companies that are two here.
final class CustomersDiffer extends Conflict {

    /// @param visitor a key, which reads no customers, is not told which they are
    CustomersDiffer(Collection<UUID> customers, ApiCaller caller) {
        super("customers-differ", "These external ids belong to different customers.");
        switch (caller) {
            case ApiCaller.Member _ -> fact("customers", customers);
            case ApiCaller.Key _ -> {}
        }
    }
}

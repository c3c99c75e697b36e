package dev.steward.feedback.customer;

import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.web.problem.Conflict;
import java.util.Collection;
import java.util.UUID;

/// The external ids of one request belong to different customers.
final class CustomersDiffer extends Conflict {

    /// @param caller a source key may not read customers and does not learn their ids
    CustomersDiffer(Collection<UUID> customers, ApiCaller caller) {
        super("customers-differ", "These external ids belong to different customers.");
        switch (caller) {
            case ApiCaller.Member _ -> fact("customers", customers);
            case ApiCaller.Key _ -> {}
        }
    }
}

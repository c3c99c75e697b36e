package dev.steward.feedback.customer;

import dev.steward.platform.web.problem.Conflict;
import java.util.Collection;

/// A domain decides which company a person belongs to, so it can belong to one only.
final class DomainTaken extends Conflict {

    DomainTaken(Collection<String> domains) {
        super(
                "domain-taken",
                "These domains belong to another customer: " + String.join(", ", domains) + ".");
        fact("domains", domains);
    }
}

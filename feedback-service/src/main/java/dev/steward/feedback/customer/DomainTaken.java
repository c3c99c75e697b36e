package dev.steward.feedback.customer;

import dev.steward.platform.web.Conflict;
import java.util.Collection;

/// A domain tells which company somebody is from, so it has only one.
final class DomainTaken extends Conflict {

    DomainTaken(Collection<String> domains) {
        super(
                "domain-taken",
                "These domains belong to another customer: " + String.join(", ", domains) + ".");
        fact("domains", domains);
    }
}

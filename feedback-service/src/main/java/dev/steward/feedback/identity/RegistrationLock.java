package dev.steward.feedback.identity;

import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Whoever makes something under a natural key (a company, a person, an entry with an external id)
/// first takes the product's registration lock, before any row's; finding needs none. So two
/// batches with the same newcomers make them once, and neither can wait for the other in a circle:
/// registration, then entries, contacts, companies and demand, each kind in the order of ids.
@ApplicationScoped
public class RegistrationLock {

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('registration ' || ?::text, 0))";

    private final Statements statements;

    RegistrationLock(Statements statements) {
        this.statements = statements;
    }

    /// Until the transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    public void acquire(UUID productId) {
        statements.list(LOCK, _ -> true, productId);
    }
}

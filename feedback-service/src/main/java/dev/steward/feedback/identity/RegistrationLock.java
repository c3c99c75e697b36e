package dev.steward.feedback.identity;

import dev.steward.platform.database.NamedLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Lock of a product for creating rows with a natural key (a customer, a contact, an entry with an
/// external id). It is taken before any row is locked; finding existing rows needs no lock. So two
/// batches with the same new people create them once, and there are no deadlocks. Order of locks:
/// registration, entries, contacts, customers, demand; each kind in the order of ids.
@ApplicationScoped
public class RegistrationLock {

    private final NamedLocks locks;

    RegistrationLock(NamedLocks locks) {
        this.locks = locks;
    }

    /// Held until the transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    public void acquire(UUID productId) {
        locks.exclusive("registration " + productId);
    }
}

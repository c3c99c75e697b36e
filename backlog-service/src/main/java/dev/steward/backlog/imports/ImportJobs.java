package dev.steward.backlog.imports;

import dev.steward.platform.database.NamedLocks;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;

/// Repository of imports.
@ApplicationScoped
class ImportJobs implements PanacheRepositoryBase<ImportJob, UUID> {

    private static final String CLOSE =
            "status = ?1, failure = ?2, endedAt = ?3 where not arrived and endedAt is null";

    private static final String NO_FILE = "The upload was not completed.";

    private final NamedLocks locks;

    ImportJobs(NamedLocks locks) {
        this.locks = locks;
    }

    /// @throws ImportNotFound also while its file is being uploaded
    ImportJob named(UUID id) {
        return find("id = ?1 and arrived", id)
                .firstResultOptional()
                .orElseThrow(ImportNotFound::new);
    }

    /// @throws ImportNotFound also while its file is still arriving
    UUID productOf(UUID id) {
        return find("select productId from ImportJob where id = ?1 and arrived", id)
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(ImportNotFound::new);
    }

    /// Waits until no chunk of it is being imported.
    ImportJob locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ImportNotFound::new);
    }

    /// Locks it for this transaction; empty when it has ended or somebody else holds it.
    Optional<ImportJob> claim(UUID id) {
        return find("id = ?1 and arrived and endedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    /// One at a time: two imports into one product could both create the item of a key.
    void lockProduct(UUID productId) {
        locks.exclusive("imports into " + productId);
    }

    /// Ends an upload that will never be completed.
    void closeUpload(UUID id, Instant at) {
        update(CLOSE + " and id = ?4", ImportStatus.FAILED, NO_FILE, at, id);
    }

    /// @param before uploads without activity since then
    void closeAbandoned(Instant before, Instant at) {
        update(CLOSE + " and touchedAt < ?4", ImportStatus.FAILED, NO_FILE, at, before);
    }

    /// Imports whose file is complete and that have not ended.
    List<UUID> open() {
        return find("select id from ImportJob where arrived and endedAt is null order by id")
                .project(UUID.class)
                .page(Page.ofSize(1_000))
                .list();
    }

    long underWay(UUID productId) {
        return count("productId = ?1 and endedAt is null", productId);
    }

    /// Newest first.
    ///
    /// @param before last import of the page before; null for the first page
    List<ImportJob> page(UUID productId, @Nullable UUID before, int limit) {
        var query =
                before == null
                        ? find("productId = ?1 and arrived order by id desc", productId)
                        : find(
                                "productId = ?1 and arrived and id < ?2 order by id desc",
                                productId,
                                before);
        return query.page(Page.ofSize(limit)).list();
    }
}

package dev.steward.backlog.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Repository of releases.
@ApplicationScoped
class Releases implements PanacheRepositoryBase<Release, UUID> {

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    /// Locked until the transaction ends; always before its items.
    Release locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ReleaseNotFound::new);
    }

    /// Without loading the release: a change loads it under its lock.
    UUID productOf(UUID id) {
        return find("select productId from Release where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(ReleaseNotFound::new);
    }

    /// The newest first.
    ///
    /// @param before last release of the page before; null for the first page
    List<Release> page(
            UUID productId, Collection<ReleaseStatus> statuses, @Nullable UUID before, int count) {
        return find(
                        "productId = ?1 and status in ?2 and id < ?3 order by id desc",
                        productId,
                        statuses,
                        before == null ? BEHIND_ALL : before)
                .range(0, count - 1)
                .list();
    }
}

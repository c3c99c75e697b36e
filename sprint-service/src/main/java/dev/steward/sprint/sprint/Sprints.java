package dev.steward.sprint.sprint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The sprints of all products.
@ApplicationScoped
public class Sprints implements PanacheRepositoryBase<Sprint, UUID> {

    private static final String ONE_ACTIVE = "sprint_active";

    Sprint named(UUID id) {
        return findByIdOptional(id).orElseThrow(SprintNotFound::new);
    }

    /// For a change: nobody else changes it until the transaction ends.
    Sprint locked(UUID id) {
        return Optional.ofNullable(locked(List.of(id)).get(id)).orElseThrow(SprintNotFound::new);
    }

    /// Locked in the order of their ids.
    public Map<UUID, Sprint> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .collect(Collectors.toMap(Sprint::id, Function.identity()));
    }

    /// The product of a sprint, without reading the sprint: a change reads it under its lock.
    public UUID productOf(UUID id) {
        return find("select productId from Sprint where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(SprintNotFound::new);
    }

    public @Nullable String nameOf(UUID id) {
        return find("select name from Sprint where id = ?1", id)
                .project(String.class)
                .firstResult();
    }

    /// What a team does next: of its planned sprints the one that begins first.
    Optional<UUID> nextOf(UUID sprint) {
        return find(
                        """
                        select n.id from Sprint n, Sprint s where s.id = ?1 and n.teamId = s.teamId
                        and n.status = ?2 order by n.startDate nulls last, n.id
                        """,
                        sprint,
                        SprintStatus.PLANNED)
                .project(UUID.class)
                .firstResultOptional();
    }

    /// Writes that it has started.
    ///
    /// @throws TeamHasAnActiveSprint the index decides, so that of two at once only one wins
    void keepStarted() {
        try {
            flush();
        } catch (ConstraintViolationException e) {
            if (ONE_ACTIVE.equals(e.getConstraintName())) {
                throw new TeamHasAnActiveSprint();
            }
            throw e;
        }
    }

    /// @param team null for all teams
    /// @param before the last sprint of the page before; null for the first page
    record Wish(
            UUID productId,
            @Nullable UUID team,
            Collection<SprintStatus> statuses,
            @Nullable UUID before) {}

    /// The newest first.
    List<Sprint> page(Wish wish, int count) {
        var where = "productId = :product and status in :statuses";
        var parameters =
                Parameters.with("product", wish.productId()).and("statuses", wish.statuses());
        if (wish.team() != null) {
            where += " and teamId = :team";
            parameters.and("team", wish.team());
        }
        if (wish.before() != null) {
            where += " and id < :before";
            parameters.and("before", wish.before());
        }
        return find(where + " order by id desc", parameters).range(0, count - 1).list();
    }
}

package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.Conflict;
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

    Sprint get(UUID id) {
        return findByIdOptional(id).orElseThrow(SprintNotFound::new);
    }

    /// Locks the row until the transaction ends, for a change.
    public Sprint lock(UUID id) {
        return Optional.ofNullable(lock(List.of(id)).get(id)).orElseThrow(SprintNotFound::new);
    }

    /// Locks the rows in the order of their ids; by id.
    public Map<UUID, Sprint> lock(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .collect(Collectors.toMap(Sprint::id, Function.identity()));
    }

    /// The product of a sprint. Does not load the sprint, which a change reads under its lock
    /// later.
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

    /// The PLANNED sprint of the same team that starts first.
    public Optional<UUID> nextPlannedId(UUID sprint) {
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

    /// Writes the start of a sprint.
    ///
    /// @throws TeamHasAnActiveSprint when a unique index refuses it: of two starts at once one wins
    public void flushStart() {
        try {
            flush();
        } catch (ConstraintViolationException e) {
            if (ONE_ACTIVE.equals(e.getConstraintName())) {
                throw new TeamHasAnActiveSprint();
            }
            throw e;
        }
    }

    /// Selects the sprints of a page.
    ///
    /// @param team null for all teams
    /// @param before the last sprint of the page before; null for the first page
    public record SprintFilter(
            UUID productId,
            @Nullable UUID team,
            Collection<SprintStatus> statuses,
            @Nullable UUID before) {}

    /// The sprints of a page, newest first.
    public List<Sprint> page(SprintFilter filter, int count) {
        var where = "productId = :product and status in :statuses";
        var parameters =
                Parameters.with("product", filter.productId()).and("statuses", filter.statuses());
        if (filter.team() != null) {
            where += " and teamId = :team";
            parameters.and("team", filter.team());
        }
        if (filter.before() != null) {
            where += " and id < :before";
            parameters.and("before", filter.before());
        }
        return find(where + " order by id desc", parameters).range(0, count - 1).list();
    }

    /// A team has at most one ACTIVE sprint.
    private static final class TeamHasAnActiveSprint extends Conflict {

        TeamHasAnActiveSprint() {
            super(
                    "team-has-active-sprint",
                    "The team already has an ACTIVE sprint. Close that one first.");
        }
    }
}

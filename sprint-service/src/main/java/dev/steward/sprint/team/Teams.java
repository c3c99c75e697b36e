package dev.steward.sprint.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The teams of all products.
@ApplicationScoped
class Teams implements PanacheRepositoryBase<Team, UUID> {

    private static final String UNIQUE_NAME = "team_name";

    /// @throws TeamNameTaken when a unique index refuses the name: of two requests at once one wins
    void add(Team team) {
        translateTakenName(team, () -> persistAndFlush(team));
    }

    /// Writes the changes of a team.
    ///
    /// @throws TeamNameTaken when another team of the product has the new name
    void flushChanges(Team team) {
        translateTakenName(team, this::flush);
    }

    Team get(UUID id) {
        return findByIdOptional(id).orElseThrow(TeamNotFound::new);
    }

    /// Locks the row until the transaction ends, for a change.
    Team lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(TeamNotFound::new);
    }

    /// The product of a team. Does not load the team, which a change reads under its lock later.
    UUID productOf(UUID id) {
        return find("select productId from Team where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(TeamNotFound::new);
    }

    /// Ordered by name, ignoring case.
    ///
    /// @param after the last name of the page before; null for the first page
    List<Team> ofProduct(UUID productId, @Nullable String after, int count) {
        var start = Optional.ofNullable(after).orElse("");
        return find(
                        "productId = ?1 and lower(name) > lower(?2) order by lower(name)",
                        productId,
                        start)
                .range(0, count - 1)
                .list();
    }

    private static void translateTakenName(Team team, Runnable write) {
        try {
            write.run();
        } catch (ConstraintViolationException e) {
            if (UNIQUE_NAME.equals(e.getConstraintName())) {
                throw new TeamNameTaken(team.profile().name());
            }
            throw e;
        }
    }
}

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

    private static final String ONE_OF_A_NAME = "team_name";

    /// @throws TeamNameTaken the index decides, so that of two at once only one wins
    void add(Team team) {
        withItsName(team, () -> persistAndFlush(team));
    }

    /// Writes what was changed of it.
    ///
    /// @throws TeamNameTaken
    void keep(Team team) {
        withItsName(team, this::flush);
    }

    Team named(UUID id) {
        return findByIdOptional(id).orElseThrow(TeamNotFound::new);
    }

    /// For a change: nobody else changes it until the transaction ends.
    Team locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(TeamNotFound::new);
    }

    /// The product of a team, without reading the team: a change reads it under its lock.
    UUID productOf(UUID id) {
        return find("select productId from Team where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(TeamNotFound::new);
    }

    /// In the order of their names.
    ///
    /// @param after the name after which to go on; null for the first ones
    List<Team> ofProduct(UUID productId, @Nullable String after, int count) {
        var start = Optional.ofNullable(after).orElse("");
        return find(
                        "productId = ?1 and lower(name) > lower(?2) order by lower(name)",
                        productId,
                        start)
                .range(0, count - 1)
                .list();
    }

    private static void withItsName(Team team, Runnable write) {
        try {
            write.run();
        } catch (ConstraintViolationException e) {
            if (ONE_OF_A_NAME.equals(e.getConstraintName())) {
                throw new TeamNameTaken(team.profile().name());
            }
            throw e;
        }
    }
}

package dev.steward.sprint.team;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/// A team of a product: its members, time zone and working days.
@Entity
class Team {

    @Id private UUID id;

    private UUID productId;
    private String name;
    private String timeZone;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<DayOfWeek> workingDays;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<TeamMember> members;

    private Instant createdAt;
    private long version;

    protected Team() {}

    private Team(UUID productId, TeamProfile profile, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.productId = productId;
        // The precision of the database, so that the first answer equals all later ones.
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.version = 1;
        apply(profile);
    }

    /// @param productMembers the members of the product: only they can be in its teams
    static Team create(
            UUID productId, TeamProfile profile, Set<String> productMembers, Instant now) {
        profile.validate(productMembers);
        return new Team(productId, profile, now);
    }

    TeamEvent.Created created() {
        var changes =
                Changes.of("name", null, name)
                        .and("timeZone", null, timeZone)
                        .and("workingDays", null, workingDays)
                        .and("members", null, members);
        return new TeamEvent.Created(productId, version, changes, state());
    }

    /// Current members may stay in the team after they have left the product, because past sprints
    /// refer to them. New members must be members of the product.
    ///
    /// @return empty when nothing changes
    Optional<TeamEvent.Edited> update(TeamProfile edited, Set<String> productMembers) {
        edited.validate(withCurrentMembers(productMembers));
        var changes =
                Changes.of("name", name, edited.name())
                        .and("timeZone", timeZone, edited.timeZone())
                        .and("workingDays", workingDays, edited.workingDays())
                        .and("members", members, edited.members());
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        apply(edited);
        version++;
        return Optional.of(new TeamEvent.Edited(productId, version, changes, state()));
    }

    TeamProfile profile() {
        return new TeamProfile(name, timeZone, workingDays, members);
    }

    private Set<String> withCurrentMembers(Set<String> productMembers) {
        var eligible = new HashSet<>(productMembers);
        eligible.addAll(profile().subjects());
        return eligible;
    }

    private void apply(TeamProfile profile) {
        name = profile.name();
        timeZone = profile.timeZone();
        workingDays = List.copyOf(profile.workingDays());
        members = List.copyOf(profile.members());
    }

    private TeamEvent.State state() {
        return new TeamEvent.State(
                id, name, timeZone, List.copyOf(workingDays), List.copyOf(members));
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }
}

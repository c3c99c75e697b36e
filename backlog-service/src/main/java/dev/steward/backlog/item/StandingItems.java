package dev.steward.backlog.item;

import dev.steward.backlog.goal.GoalReference;
import dev.steward.backlog.work.KnownWorks;
import dev.steward.platform.access.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/// Single items with where they stand, for those who read them.
@ApplicationScoped
class StandingItems {

    private static final String ITEM =
            """
            select {i.*}, r.rank as rank, s.score as score, s.coverage as coverage,
                coalesce(s.telling, false) as telling, p.name as creator,
                w.status as work, w.sprint_id as sprint, w.team_id as team, w.assignee as assignee,
                a.name as assignee_name, x.status is not distinct from 'RELEASED' as released,
                g.title as goal_title, o.key as original_key, o.title as original_title
            from item i
            join item_rank r on r.item_id = i.id
            left join item_score s on s.item_id = i.id
            left join goal g on g.id = i.goal_id
            left join item o on o.id = i.split_from
            left join person p on p.subject = i.created_by
            left join item_work w on w.id = i.id
            left join item_release x on x.item_id = i.id
            left join person a on a.subject = w.assignee
            where i.%s = :name
            """;

    private final Session session;

    StandingItems(Session session) {
        this.session = session;
    }

    /// @throws ItemNotFound when there is none
    StandingItem named(ItemName name) {
        return switch (name) {
            case ItemName.ById(UUID id) -> find("id", id);
            case ItemName.ByKey(String key) -> find("key", key);
        };
    }

    private StandingItem find(String column, Object value) {
        return session.createNativeQuery(ITEM.formatted(column), Object[].class)
                .addEntity("i", BacklogItem.class)
                .addScalar("rank", StandardBasicTypes.STRING)
                .addScalar("score", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("coverage", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("telling", StandardBasicTypes.BOOLEAN)
                .addScalar("creator", StandardBasicTypes.STRING)
                .addScalar("work", StandardBasicTypes.STRING)
                .addScalar("sprint", StandardBasicTypes.UUID)
                .addScalar("team", StandardBasicTypes.UUID)
                .addScalar("assignee", StandardBasicTypes.STRING)
                .addScalar("assignee_name", StandardBasicTypes.STRING)
                .addScalar("released", StandardBasicTypes.BOOLEAN)
                .addScalar("goal_title", StandardBasicTypes.STRING)
                .addScalar("original_key", StandardBasicTypes.STRING)
                .addScalar("original_title", StandardBasicTypes.STRING)
                .setParameter("name", value)
                .uniqueResultOptional()
                .map(StandingItems::read)
                .orElseThrow(ItemNotFound::new);
    }

    private static ItemWork work(Object[] row) {
        var known = KnownWorks.of((String) row[6], (UUID) row[7], (UUID) row[8], (String) row[9]);
        return ItemWork.of(known, (String) row[10]);
    }

    private static StandingItem read(Object[] row) {
        var item = (BacklogItem) row[0];
        return new StandingItem(
                item,
                new Standing(
                        (String) row[1],
                        (BigDecimal) row[2],
                        (BigDecimal) row[3],
                        (Boolean) row[4]),
                goal(item.text().goalId(), (String) row[12]),
                original(item.splitFrom(), (String) row[13], (String) row[14]),
                new Person(item.createdBy(), (String) row[5]),
                work(row),
                (Boolean) row[11]);
    }

    private static @Nullable ItemReference original(
            @Nullable UUID id, @Nullable String key, @Nullable String title) {
        return id == null || key == null || title == null
                ? null
                : new ItemReference(id, key, title);
    }

    private static @Nullable GoalReference goal(@Nullable UUID id, @Nullable String title) {
        return id == null || title == null ? null : new GoalReference(id, title);
    }
}

package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.Notification;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Who asked for the entries of a notification, stored by person until they have their delivery: a
/// person may have asked for many entries.
@ApplicationScoped
class GatheredVoices {

    /// Gathers a page of voters of a few entries, and with the first page the submitter; withdrawn
    /// votes are read but not gathered.
    private static final String GATHER =
            """
            with page as (
                select feedback_id, root_id, gathered_to from loop_entry
                where release_id = :release and not gathered order by feedback_id limit :entries),
            voters as (
                select p.feedback_id, p.root_id, v.contact_id, v.withdrawn
                from page p cross join lateral (
                    select v.contact_id, v.withdrawn from vote v
                    where v.feedback_id = p.feedback_id
                        and v.contact_id > coalesce(p.gathered_to, '00000000-0000-0000-0000-000000000000')
                    order by v.contact_id limit :voters) v),
            asked as (
                insert into loop_asker (release_id, contact_id, feedback_id, root_id)
                select :release, contact_id, feedback_id, root_id from voters where not withdrawn
                union
                select :release, f.contact_id, p.feedback_id, p.root_id from page p join feedback f on f.id = p.feedback_id
                where p.gathered_to is null and f.contact_id is not null
                on conflict do nothing)
            update loop_entry e
            set gathered_to = coalesce(n.last, e.gathered_to), gathered = n.voters < :voters
            from (
                select p.feedback_id, count(v.contact_id) as voters,
                    (array_agg(v.contact_id order by v.contact_id desc))[1] as last
                from page p left join voters v on v.feedback_id = p.feedback_id group by p.feedback_id) n
            where e.release_id = :release and e.feedback_id = n.feedback_id
            """;

    private static final String PEOPLE =
            """
            select distinct contact_id from (
                select contact_id from loop_asker
                where release_id = :release and (:after::uuid is null or contact_id > :after::uuid) order by contact_id limit :limit) page
            order by contact_id
            """;

    private static final String DELETE =
            "delete from loop_asker where release_id = :release and contact_id = any (:people)";

    private static final String DELETE_ALL = "delete from loop_asker where release_id = :release";

    private final Database database;

    GatheredVoices(Database database) {
        this.database = database;
    }

    /// @return whether entries were found whose voices were not gathered yet
    boolean gather(UUID release, int entries, int voters) {
        return database.update(
                        GATHER,
                        update ->
                                update.bind("release", release)
                                        .bind("entries", entries)
                                        .bind("voters", voters))
                > 0;
    }

    /// The next people who have no delivery yet, in the order of ids.
    List<UUID> people(Notification notification, int limit) {
        return database.query(
                PEOPLE,
                query ->
                        query.bind("release", notification.releaseId())
                                .bind("after", notification.position())
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    void delete(UUID release, Collection<UUID> people) {
        database.update(
                DELETE,
                update -> update.bind("release", release).bind("people", SqlArray.uuids(people)));
    }

    void deleteAll(UUID release) {
        database.update(DELETE_ALL, update -> update.bind("release", release));
    }
}

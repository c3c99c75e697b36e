package dev.steward.feedback.loop;

/// Who is told of a release, in SQL: used by what tells them and by what shows it before.
final class Audience {

    /// Common table expressions with one parameter, the release:
    ///
    /// `ships`: the entries (roots of their families) that ship by it: open ones with an item in
    /// it, all of whose other items are released or dropped. Linked later, an entry has shipped
    /// before and tells nobody.
    ///
    /// `asking (root_id, feedback_id, contact_id)`: who spoke in which entry of those families.
    ///
    /// `untold`: those of them who were told of none of the entries in which they spoke, so that
    /// nobody hears of the same again after a rollback, in another release, or merged into
    /// something else.
    static final String OF_A_RELEASE =
            """
            with ships as (
                select distinct f.id, f.product_id from release r cross join lateral unnest(r.item_ids) as i (id)
                join link l on l.item_id = i.id and l.kind = 'SOLVES' and not l.removed
                join feedback m on m.id = l.feedback_id join feedback f on f.id = m.root_id
                where r.id = ? and f.status in ('NEW', 'TRIAGED', 'LINKED', 'PLANNED', 'IN_PROGRESS')
                    and not exists (
                        select from feedback n join link k on k.feedback_id = n.id
                        where n.root_id = f.id and k.kind = 'SOLVES' and not k.removed and k.item_id <> all (r.item_ids)
                            and item_standing(k.item_id) not in ('RELEASED', 'DROPPED'))
            ), family as (
                select s.id as root_id, s.product_id, m.id, m.contact_id from ships s join feedback m on m.root_id = s.id
            ), asking as (
                select root_id, product_id, id as feedback_id, contact_id from family where contact_id is not null
                union
                select f.root_id, f.product_id, f.id, v.contact_id
                from family f join vote v on v.feedback_id = f.id where not v.withdrawn
            ), untold as (
                select a.* from asking a where not exists (
                    select from asking b join told t on t.contact_id = b.contact_id and t.feedback_id = b.feedback_id
                    where b.root_id = a.root_id and b.contact_id = a.contact_id)
            )
            """;

    private Audience() {}
}

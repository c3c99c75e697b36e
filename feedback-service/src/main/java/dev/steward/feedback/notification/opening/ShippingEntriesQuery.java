package dev.steward.feedback.notification.opening;

/// SQL that selects the entries which a release ships; used for telling people and for the preview.
/// Every join follows an index, so that the cost grows with the number of entries.
public final class ShippingEntriesQuery {

    /// A common table expression with one parameter, `:release`. `ships`: the entries (roots of
    /// their families) that it ships. An entry qualifies when it has an item in the release, all
    /// its other items are released or dropped, and it is open. It also qualifies when it was
    /// shipped by another release whose notification is not done with it: still opening, stopped,
    /// or with messages held back by a rollback. So whichever of two releases is rolled back, the
    /// other one tells whoever was not told yet. An entry that is linked after the release is
    /// SHIPPED at once and nobody is told.
    public static final String OF_A_RELEASE =
            """
            with ships as materialized (
                select distinct f.id, f.product_id from release r cross join lateral unnest(r.item_ids) as i (id)
                join link l on l.item_id = i.id and l.kind = 'SOLVES' and not l.removed
                join feedback m on m.id = l.feedback_id join feedback f on f.id = m.root_id
                where r.id = :release
                    and (f.status in ('NEW', 'TRIAGED', 'LINKED', 'PLANNED', 'IN_PROGRESS')
                        or f.status in ('SHIPPED', 'CLOSED') and exists (
                            select from loop_entry e join loop o on o.release_id = e.release_id
                            where e.root_id = f.id and o.status in ('OPENING', 'STOPPED'))
                        or f.status = 'SHIPPED' and exists (
                            select from feedback n join told t on t.feedback_id = n.id
                            join delivery d on d.id = t.delivery_id join release w on w.id = d.release_id
                            where n.root_id = f.id and d.status in ('HELD', 'PENDING', 'RETRY')
                                and (w.status <> 'RELEASED' or w.deleted)))
                    and not exists (
                        select from feedback n join link k on k.feedback_id = n.id
                        where n.root_id = f.id and k.kind = 'SOLVES' and not k.removed and k.item_id <> all (r.item_ids)
                            and item_standing(k.item_id) not in ('RELEASED', 'DROPPED'))
            )
            """;

    private ShippingEntriesQuery() {}
}

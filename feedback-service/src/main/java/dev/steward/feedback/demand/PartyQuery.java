package dev.steward.feedback.demand;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// Reads who asks for items, in one query: the submitters and voters of all entries linked with the
/// kind SOLVES and of those merged with them, grouped by company, or by person where there is none.
@ApplicationScoped
class PartyQuery {

    private static final String OF_ITEMS =
            """
            with linked as (
                select l.item_id, l.importance, m.id as feedback_id, m.contact_id, m.submitted_at
                from link l join feedback f on f.id = l.feedback_id join feedback m on m.root_id = f.root_id
                where l.item_id = any (:items) and l.kind = 'SOLVES' and not l.removed
            ), voice as (
                select item_id, contact_id, coalesce(importance, 1) as importance, submitted_at as at
                from linked where contact_id is not null
                union all
                select l.item_id, v.contact_id, coalesce(v.importance, l.importance, 1),
                    coalesce(v.voted_at, l.submitted_at)
                from linked l join vote v on v.feedback_id = l.feedback_id where not v.withdrawn
            ), party as (
                select v.item_id, c.customer_id, max(v.importance) as importance,
                    (max(v.at) at time zone 'UTC')::date as newest, count(distinct v.contact_id) as people,
                    min(v.contact_id::text) as first
                from voice v join contact c on c.id = v.contact_id
                group by v.item_id, c.customer_id, case when c.customer_id is null then v.contact_id end
            )
            select p.*, k.name, k.segment, k.annual_revenue
            from party p left join customer k on k.id = p.customer_id
            order by p.item_id, p.customer_id, p.first
            """;

    private record ItemParty(UUID itemId, Party party) {}

    private final Database database;

    PartyQuery(Database database) {
        this.database = database;
    }

    /// Items that nobody asks for are absent.
    Map<UUID, List<Party>> of(Collection<UUID> items) {
        return database.query(
                OF_ITEMS,
                query ->
                        query.bind("items", SqlArray.uuids(items))
                                .map(PartyQuery::read)
                                .collect(
                                        groupingBy(
                                                ItemParty::itemId,
                                                mapping(ItemParty::party, toList()))));
    }

    private static ItemParty read(RowView row) {
        var customer = row.getColumn("customer_id", UUID.class);
        var company =
                customer == null
                        ? null
                        : new Party.Company(
                                customer,
                                row.getColumn("name", String.class),
                                row.getColumn("segment", String.class),
                                row.getColumn("annual_revenue", BigDecimal.class));
        return new ItemParty(
                row.getColumn("item_id", UUID.class),
                new Party(
                        row.getColumn("importance", Integer.class),
                        row.getColumn("newest", LocalDate.class),
                        row.getColumn("people", Integer.class),
                        company));
    }
}

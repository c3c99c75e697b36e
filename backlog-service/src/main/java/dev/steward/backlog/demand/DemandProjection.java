package dev.steward.backlog.demand;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.steward.backlog.item.ItemScoring;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.consume.StateProjection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;

/// Stores the newest demand of each item and computes its score in the same transaction, so that
/// whoever sees the version of the demand here sees the score too.
@Singleton
class DemandProjection extends StateProjection {

    private static final String UPSERT =
            """
            insert into demand (id, epoch, version, deleted, product_id, companies, individuals, individuals_cap,
                half_life, as_of, company_count, person_count)
            select id, epoch, version, deleted, "productId",
                coalesce((state->>'companies')::double precision, 0),
                coalesce((state->>'individuals')::double precision, 0),
                coalesce((state->>'individualsCap')::double precision, 0),
                coalesce((state->>'halfLife')::double precision, 1),
                coalesce((state->>'asOf')::date, date '1970-01-01'),
                coalesce((state->>'companyCount')::int, 0),
                coalesce((state->>'personCount')::int, 0)
            from jsonb_to_recordset(cast(:events as jsonb))
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            order by id
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                deleted = excluded.deleted, companies = excluded.companies, individuals = excluded.individuals,
                individuals_cap = excluded.individuals_cap, half_life = excluded.half_life, as_of = excluded.as_of,
                company_count = excluded.company_count, person_count = excluded.person_count
            where (excluded.epoch, excluded.version) > (demand.epoch, demand.version)
            """;

    private final ItemScoring scoring;

    DemandProjection(Projection projection, ItemScoring scoring) {
        super(projection, "steward.feedback.demand.", "demand", UPSERT);
        this.scoring = scoring;
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        if (write(events) == 0) {
            return;
        }
        // Products in the order of their ids, to avoid deadlocks between instances.
        Projection.newest(events).stream()
                .collect(
                        groupingBy(
                                IncomingEvent::productId,
                                TreeMap::new,
                                mapping(IncomingEvent::subject, toList())))
                .forEach(scoring::lockAndRescore);
    }
}

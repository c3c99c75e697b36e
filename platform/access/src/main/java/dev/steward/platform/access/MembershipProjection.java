package dev.steward.platform.access;

import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.consume.StateProjection;
import jakarta.inject.Singleton;

/// Who has which roles in which product, for every service but the one that owns them. A revoked
/// membership keeps its row and version, so that a late record of it brings nothing back.
@Singleton
public class MembershipProjection extends StateProjection {

    private static final String UPSERT =
            """
            insert into membership (id, epoch, version, product_id, subject, roles, deleted)
            select id, epoch, version, "productId", state->>'subject',
                array(select jsonb_array_elements_text(coalesce(state->'roles', '[]'))), deleted
            from jsonb_to_recordset(cast(:events as jsonb))
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                subject = coalesce(excluded.subject, membership.subject), roles = excluded.roles,
                deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (membership.epoch, membership.version)
            """;

    MembershipProjection(Projection projection) {
        super(projection, "steward.backlog.membership.", "membership", UPSERT);
    }
}

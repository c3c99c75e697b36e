package dev.steward.feedback.loop;

import dev.steward.feedback.database.Statements;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Reads and writes loop settings.
@ApplicationScoped
class LoopSettingsStore {

    private static final String INSERT_IF_ABSENT =
            "insert into loop_settings (product_id, version, mode) values (?, 0, 'AUTOMATIC') on conflict do nothing";
    private static final String SELECT =
            "select product_id, version, mode from loop_settings where product_id = ?";
    private static final String SAVE =
            "update loop_settings set version = ?, mode = ? where product_id = ?";

    private final Statements statements;
    private final EventStore events;

    LoopSettingsStore(Statements statements, EventStore events) {
        this.statements = statements;
        this.events = events;
    }

    LoopSettings of(UUID productId) {
        return read(SELECT, productId);
    }

    /// Loops that have started keep their mode.
    @Transactional
    LoopSettings update(Grant grant, LoopMode mode, IfMatch ifMatch) {
        statements.execute(INSERT_IF_ABSENT, grant.productId());
        var settings = read(SELECT + " for update", grant.productId());
        ifMatch.check(settings.version());
        var changed = settings.update(mode);
        changed.ifPresent(event -> {
            var updated = event.settings();
            statements.execute(SAVE, updated.version(), updated.mode(), updated.productId());
            events.append(grant.by(), event);
        });
        return changed.map(LoopSettingsEvent.Changed::settings).orElse(settings);
    }

    private LoopSettings read(String sql, UUID productId) {
        return statements
                .first(
                        sql,
                        row ->
                                new LoopSettings(
                                        row.id("product_id"),
                                        row.version(),
                                        row.constant("mode", LoopMode.class)),
                        productId)
                .orElseGet(() -> LoopSettings.defaults(productId));
    }
}

package dev.steward.feedback.notification.settings;

import dev.steward.feedback.database.Statements;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Reads and writes notification settings.
@ApplicationScoped
public class NotificationSettingsStore {

    private static final String INSERT_IF_ABSENT =
            "insert into loop_settings (product_id, version, mode) values (?, 0, 'AUTOMATIC') on conflict do nothing";
    private static final String SELECT =
            "select product_id, version, mode from loop_settings where product_id = ?";
    private static final String SAVE =
            "update loop_settings set version = ?, mode = ? where product_id = ?";

    private final Statements statements;
    private final EventStore events;

    NotificationSettingsStore(Statements statements, EventStore events) {
        this.statements = statements;
        this.events = events;
    }

    public NotificationSettings of(UUID productId) {
        return read(SELECT, productId);
    }

    /// Loops that have started keep their mode.
    @Transactional
    NotificationSettings update(Grant grant, NotificationMode mode, IfMatch ifMatch) {
        statements.execute(INSERT_IF_ABSENT, grant.productId());
        var settings = read(SELECT + " for update", grant.productId());
        ifMatch.check(settings.version());
        var changed = settings.update(mode);
        changed.ifPresent(event -> {
            var updated = event.settings();
            statements.execute(SAVE, updated.version(), updated.mode(), updated.productId());
            events.append(grant.by(), event);
        });
        return changed.map(NotificationSettingsEvent.Changed::settings).orElse(settings);
    }

    private NotificationSettings read(String sql, UUID productId) {
        return statements
                .first(
                        sql,
                        row ->
                                new NotificationSettings(
                                        row.id("product_id"),
                                        row.version(),
                                        row.constant("mode", NotificationMode.class)),
                        productId)
                .orElseGet(() -> NotificationSettings.defaults(productId));
    }
}

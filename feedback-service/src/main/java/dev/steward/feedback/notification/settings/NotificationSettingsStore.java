package dev.steward.feedback.notification.settings;

import dev.steward.feedback.notification.NotificationMode;
import dev.steward.platform.access.Grant;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Reads and writes notification settings.
@ApplicationScoped
public class NotificationSettingsStore {

    private static final String INSERT_IF_ABSENT =
            "insert into loop_settings (product_id, version, mode) values (:product, 0, 'AUTOMATIC') on conflict do nothing";
    private static final String SELECT =
            "select product_id, version, mode from loop_settings where product_id = :product";
    private static final String SAVE =
            "update loop_settings set version = :version, mode = :mode where product_id = :product";

    private final Database database;
    private final EventStore events;

    NotificationSettingsStore(Database database, EventStore events) {
        this.database = database;
        this.events = events;
    }

    public NotificationSettings of(UUID productId) {
        return read(SELECT, productId);
    }

    /// Loops that have started keep their mode.
    @Transactional
    NotificationSettings update(Grant grant, NotificationMode mode, IfMatch ifMatch) {
        database.update(INSERT_IF_ABSENT, update -> update.bind("product", grant.productId()));
        var settings = read(SELECT + " for update", grant.productId());
        ifMatch.check(settings.version());
        var changed = settings.update(mode);
        changed.ifPresent(event -> {
            var updated = event.settings();
            database.update(
                    SAVE,
                    update ->
                            update.bind("version", updated.version())
                                    .bind("mode", updated.mode())
                                    .bind("product", updated.productId()));
            events.append(grant.by(), event);
        });
        return changed.map(NotificationSettingsEvent.Changed::settings).orElse(settings);
    }

    private NotificationSettings read(String sql, UUID productId) {
        return database.query(
                        sql,
                        query ->
                                query.bind("product", productId)
                                        .map(row ->
                                                new NotificationSettings(
                                                        row.getColumn("product_id", UUID.class),
                                                        row.getColumn("version", Long.class),
                                                        row.getColumn(
                                                                "mode", NotificationMode.class)))
                                        .findOne())
                .orElseGet(() -> NotificationSettings.defaults(productId));
    }
}

package dev.steward.feedback.notification.settings;

import dev.steward.feedback.notification.NotificationMode;
import dev.steward.platform.access.Grant;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// The notification settings of all products.
@ApplicationScoped
public class NotificationSettingsStore
        implements PanacheRepositoryBase<NotificationSettings, UUID> {

    private static final String INSERT_IF_ABSENT =
            """
            insert into loop_settings (product_id, version, mode) values (:product, 0, 'AUTOMATIC')
            on conflict do nothing
            """;

    private final Database database;
    private final EventStore events;

    NotificationSettingsStore(Database database, EventStore events) {
        this.database = database;
        this.events = events;
    }

    public NotificationSettings of(UUID productId) {
        return findByIdOptional(productId).orElseGet(() -> new NotificationSettings(productId));
    }

    /// Loops that have started keep their mode.
    @Transactional
    NotificationSettings update(Grant grant, NotificationMode mode, IfMatch ifMatch) {
        var productId = grant.productId();
        database.update(INSERT_IF_ABSENT, update -> update.bind("product", productId));
        var settings = findByIdOptional(productId, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
        ifMatch.check(settings.version());
        settings.update(mode).ifPresent(event -> events.append(grant.by(), event));
        return settings;
    }
}

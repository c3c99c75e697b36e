package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.opening.Recipients.PlannedDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The messages that a release will create when it comes out, for the preview.
@ApplicationScoped
public class PlannedDeliveries {

    private final Voices voices;

    public PlannedDeliveries(Voices voices) {
        this.voices = voices;
    }

    /// @param entries what the release ships
    /// @param after only messages to people after this one; null for all
    /// @param reading gets the messages in the order of people
    @Transactional
    public <T> T of(
            Collection<UUID> entries,
            NotificationMode mode,
            @Nullable UUID after,
            Function<Stream<PlannedDelivery>, T> reading) {
        return voices.in(entries, after, all -> reading.apply(Recipients.of(all, mode)));
    }
}

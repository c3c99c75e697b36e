package dev.steward.backlog.vision;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Saving drafts of a vision and publishing it.
@ApplicationScoped
class VisionPublishing {

    private final Visions visions;
    private final EventStore events;
    private final Clock clock;

    VisionPublishing(Visions visions, EventStore events, Clock clock) {
        this.visions = visions;
        this.events = events;
        this.clock = clock;
    }

    /// Saves a draft.
    ///
    /// @param ifMatch required once anything was written
    /// @return whether this was the first vision of the product
    @Transactional
    boolean draft(Grant grant, @Nullable IfMatch ifMatch, VisionText text) {
        return write(grant, ifMatch, (vision, authorship) -> vision.draft(text, authorship));
    }

    /// Publishes a vision; the one before it is superseded.
    ///
    /// @param ifMatch required once anything was written
    /// @return whether this was the first vision of the product
    @Transactional
    boolean publish(Grant grant, @Nullable IfMatch ifMatch, VisionText text) {
        return write(grant, ifMatch, (vision, authorship) -> vision.publish(text, authorship));
    }

    private boolean write(
            Grant grant,
            @Nullable IfMatch ifMatch,
            BiFunction<Vision, Vision.Authorship, Optional<VisionEvent>> step) {
        var vision = visions.locked(grant.productId());
        var first = vision.isBlank();
        if (!first) {
            IfMatch.required(ifMatch).check(vision.version());
        }
        var authorship =
                new Vision.Authorship(
                        clock.instant().truncatedTo(ChronoUnit.MICROS), grant.by().actor());
        events.append(grant.by(), step.apply(vision, authorship).stream().toList());
        return first;
    }
}

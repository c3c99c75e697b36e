package dev.steward.backlog.item;

import dev.steward.backlog.release.ReleaseHalf;
import dev.steward.backlog.work.KnownWork;
import dev.steward.platform.web.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Backlog-service's half of one item: its decisions, what it tells, and what it knows of the work.
/// The rules are the service's own; only database and Kafka are missing.
public final class BacklogHalf {

    private final BacklogItem item;
    private final List<Told> log = new ArrayList<>();
    private KnownWork work = KnownWork.NONE;
    private long workVersion;
    private final ReleaseHalf releases;

    public BacklogHalf(UUID id, UUID product) {
        var text = new ItemText(ItemType.STORY, "Pay by invoice", null, List.of(), List.of(), null);
        var birth =
                new BacklogItem.Birth(
                        id, product, "SHOP", 1, Instant.parse("2026-01-15T09:30:00Z"), "olivia");
        item = new BacklogItem(birth, text, BigDecimal.valueOf(5), ValueInputs.NONE);
        tell(item.created("V"));
        releases = new ReleaseHalf(id, product);
    }

    /// What its events carry, as far as others read it.
    public record Told(long version, String status, @Nullable BigDecimal estimate) {}

    public void ready() {
        attempt(item::ready);
    }

    public void refine() {
        attempt(item::refine);
    }

    public void drop() {
        attempt(() -> item.drop(null, work, releases.isReleased()));
    }

    /// All of it at once: planned with the item, and out if it may.
    public void release() {
        releases.release(item.key(), shownStatus());
    }

    public void rollBack() {
        releases.rollBack();
    }

    public boolean isReleased() {
        return releases.isReleased();
    }

    public void restore() {
        attempt(item::restore);
    }

    public void estimate(int points) {
        try {
            item.estimate(BigDecimal.valueOf(points)).ifPresent(this::tell);
        } catch (Refusal _) {
            // Refused: nothing happened.
        }
    }

    /// As the projection does: only what is newer.
    public void hears(long version, KnownWork told) {
        if (version > workVersion) {
            workVersion = version;
            work = told;
        }
    }

    private void attempt(java.util.function.Supplier<BacklogItemEvent> decision) {
        try {
            tell(decision.get());
        } catch (Refusal _) {
            // Refused: nothing happened.
        }
    }

    private void tell(BacklogItemEvent event) {
        var state = event.state();
        log.add(new Told(event.version(), state.status().name(), state.estimate()));
    }

    public List<Told> log() {
        return log;
    }

    public Told now() {
        return new Told(item.version(), item.status().name(), item.estimate());
    }

    public KnownWork knownWork() {
        return work;
    }

    public long workVersion() {
        return workVersion;
    }

    public String shown() {
        return shownStatus().name();
    }

    private ShownStatus shownStatus() {
        return ShownStatus.of(item.status(), work.status(), releases.isReleased());
    }

    public Optional<UUID> sprint() {
        return Optional.ofNullable(work.sprintId());
    }
}

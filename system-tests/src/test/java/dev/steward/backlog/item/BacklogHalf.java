package dev.steward.backlog.item;

import dev.steward.backlog.item.create.RequestedItem;
import dev.steward.backlog.release.ReleaseHalf;
import dev.steward.backlog.work.KnownWork;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.web.problem.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Backlog-service's half of one item: its decisions, what it tells, and what it knows of the work.
/// The rules are the service's own; only database and Kafka are missing.
public final class BacklogHalf {

    private final BacklogItem item;
    private final List<Told> log = new ArrayList<>();
    private KnownWork work = KnownWork.NONE;
    private long workVersion;
    private final ReleaseHalf releases;
    private final Map<UUID, BacklogItem> rests = new LinkedHashMap<>();

    public BacklogHalf(UUID id, UUID product) {
        var text =
                new ItemText(
                        ItemType.STORY,
                        "Pay by invoice",
                        null,
                        List.of(criterion("It is paid", true), criterion("It is sent", false)),
                        List.of(),
                        null);
        item =
                new BacklogItem(
                        identity(id, product, null), text, BigDecimal.valueOf(5), ValueInputs.NONE);
        tell(item.created("V"));
        releases = new ReleaseHalf(id, product);
    }

    private static BacklogItem.ItemIdentity identity(
            UUID id, UUID product, @Nullable UUID splitFrom) {
        var at = Instant.parse("2026-01-15T09:30:00Z");
        return new BacklogItem.ItemIdentity(id, product, "SHOP", 1, at, "olivia", splitFrom);
    }

    private static Criterion criterion(String text, boolean met) {
        return new Criterion(UUID.randomUUID(), text, met);
    }

    /// What its events carry, as far as others read it.
    public record Told(long version, String status, @Nullable BigDecimal estimate) {}

    public void ready() {
        attempt(item::markReady);
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
    public void apply(long version, KnownWork newer) {
        if (version > workVersion) {
            workVersion = version;
            work = newer;
        }
    }

    /// As the consumer does: the rest's id is there once, with it the item is split.
    public void applySplit(UUID rest, String title, @Nullable BigDecimal estimate) {
        if (rests.containsKey(rest)) {
            return;
        }
        var requested =
                new RequestedItem.Remainder(
                        rest,
                        item.productId(),
                        item.id(),
                        title,
                        estimate,
                        EventContext.system("test"));
        var fields = requested.fields(Optional.of(item));
        var identity = identity(rest, item.productId(), item.id());
        rests.put(
                rest,
                new BacklogItem(
                        identity, fields.text(List.of()), fields.estimate(), fields.inputs()));
        tell(item.split(rest, fields.estimate()));
    }

    /// @param criteria what it has to meet, met or not
    public record Piece(@Nullable BigDecimal estimate, List<String> criteria) {}

    /// The item, and what has been split from it.
    public List<Piece> pieces() {
        return Stream.concat(Stream.of(item), rests.values().stream())
                .map(one ->
                        new Piece(
                                one.estimate(),
                                one.text().acceptanceCriteria().stream()
                                        .map(Criterion::text)
                                        .toList()))
                .toList();
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

package dev.steward.backlog.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.item.ShownStatus;
import dev.steward.backlog.release.Release.ReleaseIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final UUID ITEM = UUID.randomUUID();

    private final Release release =
            new Release(
                    new ReleaseIdentity(UUID.randomUUID(), UUID.randomUUID(), NOW),
                    "2026.1",
                    List.of(ITEM));

    @Test
    void isReleasedWhenAllItsItemsAreDone() {
        var released = release.release(done(), NOW).orElseThrow();
        assertThat(released.state().status()).isEqualTo(ReleaseStatus.RELEASED);
        assertThat(released.state().releasedAt()).isEqualTo(NOW);
        assertThat(released.version()).isEqualTo(2);
    }

    @Test
    void releasedAgainItStaysAsItIs() {
        release.release(done(), NOW);
        assertThat(release.release(done(), NOW.plusSeconds(1))).isEmpty();
        assertThat(release.releasedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(value = ShownStatus.class, names = "DONE", mode = EnumSource.Mode.EXCLUDE)
    void anItemThatIsNotDoneKeepsItBack(ShownStatus status) {
        var items = List.of(item("SHOP-1", ShownStatus.DONE), item("SHOP-2", status));
        assertThatThrownBy(() -> release.release(items, NOW))
                .isInstanceOf(ItemsNotDone.class)
                .hasMessageContaining("SHOP-2")
                .hasMessageNotContaining("SHOP-1");
        assertThat(release.status()).isEqualTo(ReleaseStatus.PLANNED);
    }

    @Test
    void withoutItemsItIsNotReleased() {
        assertThatThrownBy(() -> release.release(List.of(), NOW))
                .isInstanceOf(ReleaseIsEmpty.class)
                .hasFieldOrPropertyWithValue("code", "release-is-empty");
    }

    @Test
    void rolledBackItIsFinal() {
        release.release(done(), NOW);
        var rolledBack = release.rollBack("Data were lost");
        assertThat(rolledBack.reason()).isEqualTo("Data were lost");
        assertThat(rolledBack.state().releasedAt()).isNull();
        assertThat(rolledBack.state().itemIds()).containsExactly(ITEM);
        assertThatThrownBy(() -> release.release(done(), NOW))
                .isInstanceOf(WrongReleaseStatus.class)
                .hasFieldOrPropertyWithValue("code", "release-is-rolled-back")
                .hasMessageContaining("It is final.");
        assertThatThrownBy(() -> release.rollBack("Again"))
                .hasFieldOrPropertyWithValue("code", "release-is-rolled-back");
        assertThatThrownBy(() -> release.update("Summer", List.of(ITEM)))
                .hasFieldOrPropertyWithValue("code", "release-is-rolled-back");
    }

    @Test
    void onlyAReleasedOneIsRolledBack() {
        assertThatThrownBy(() -> release.rollBack("No"))
                .hasFieldOrPropertyWithValue("code", "release-is-planned")
                .hasMessageContaining("The release is PLANNED")
                .hasMessageContaining("Allowed: release");
    }

    @Test
    void changesOnlyWhileItIsPlanned() {
        assertThat(release.update("2026.1", List.of(ITEM))).isEmpty();
        var edited = release.update("Spring", List.of()).orElseThrow();
        assertThat(edited.changes().fields()).containsOnlyKeys("name", "itemIds");
        release.update("Spring", List.of(ITEM));
        release.release(done(), NOW);
        assertThatThrownBy(() -> release.update("Summer", List.of(ITEM)))
                .isInstanceOf(WrongReleaseStatus.class);
    }

    private static List<ReleaseItem> done() {
        return List.of(item("SHOP-1", ShownStatus.DONE));
    }

    private static ReleaseItem item(String key, ShownStatus status) {
        return new ReleaseItem(UUID.randomUUID(), key, "Pay by invoice", status);
    }
}

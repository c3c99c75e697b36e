package dev.steward.backlog.item;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Role;
import dev.steward.platform.messaging.store.EventContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldGroupTest {

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "DEVELOPER", mode = EnumSource.Mode.EXCLUDE)
    void onlyDevelopersEstimate(Role role) {
        assertThatThrownBy(() -> FieldGroup.allow(as(role), List.of("estimate")))
                .hasFieldOrPropertyWithValue("code", "missing-right")
                .hasMessageContaining("ESTIMATE");
        assertThatCode(() -> FieldGroup.allow(as(Role.DEVELOPER), List.of("estimate")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value",
                "timeCriticality",
                "riskReduction",
                "reach",
                "impact",
                "confidence",
                "place"
            })
    void onlyTheOwnerSetsWhatDecidesOnTheOrder(String field) {
        assertThatCode(() -> FieldGroup.allow(as(Role.OWNER), List.of(field)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> FieldGroup.allow(as(Role.DEVELOPER), List.of(field)))
                .hasFieldOrPropertyWithValue("code", "missing-right")
                .hasMessageContaining("PRIORITISE");
    }

    @ParameterizedTest
    @CsvSource({"MANAGER,value", "STAKEHOLDER,title"})
    void whatMayBeProposedIsNotOpenYet(Role role, String field) {
        assertThatThrownBy(() -> FieldGroup.allow(as(role), List.of(field)))
                .hasFieldOrPropertyWithValue("code", "proposals-not-available");
    }

    @Test
    void everyFieldOfAnUpdateNeedsItsRight() {
        assertThatThrownBy(() -> FieldGroup.allow(as(Role.OWNER), List.of("title", "estimate")))
                .hasMessageContaining("ESTIMATE");
    }

    @Test
    void whoCreatesAnItemSetsItsTextToo() {
        assertThatCode(() -> FieldGroup.allowNew(as(Role.DEVELOPER), List.of("title", "estimate")))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> FieldGroup.allowNew(as(Role.MANAGER), List.of("title", "estimate")))
                .hasMessageContaining("ESTIMATE");
        assertThatThrownBy(() -> FieldGroup.allowNew(as(Role.SCRUM_MASTER), List.of("title")))
                .hasFieldOrPropertyWithValue("code", "proposals-not-available");
    }

    @Test
    void whatIsNoFieldIsRefusedWhereTheBodyIsRead() {
        assertThatCode(() -> FieldGroup.allow(as(Role.STAKEHOLDER), List.of("colour")))
                .doesNotThrowAnyException();
    }

    private static Grant as(Role role) {
        return new Grant(UUID.randomUUID(), "SHOP", Set.of(role), EventContext.system("test"));
    }
}

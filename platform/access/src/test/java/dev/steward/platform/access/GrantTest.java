package dev.steward.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.platform.messaging.store.EventContext;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void aCellThatWritesAllowsAndOneThatReadsDoesNot() {
        assertThatCode(() -> as(Role.DEVELOPER).require(Right.EDIT_ITEM))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> as(Role.DEVELOPER).require(Right.PRIORITISE))
                .hasFieldOrPropertyWithValue("code", "missing-right")
                .hasMessage("This needs the right PRIORITISE. Who has it: [OWNER].");
        assertThatCode(() -> as(Role.DEVELOPER).requireRead(Right.PRIORITISE))
                .doesNotThrowAnyException();
    }

    @Test
    void whatMayOnlyBeProposedIsNotOpenYet() {
        assertThatThrownBy(() -> as(Role.MANAGER).require(Right.PRIORITISE))
                .hasFieldOrPropertyWithValue("code", "proposals-not-available");
        assertThat(as(Role.MANAGER).may(Right.PRIORITISE)).isFalse();
        assertThat(as(Role.MANAGER).mayRead(Right.PRIORITISE)).isTrue();
    }

    @Test
    void ofSeveralRolesTheHighestCellCounts() {
        var both = as(Role.STAKEHOLDER, Role.DEVELOPER);
        assertThat(both.may(Right.ESTIMATE)).isTrue();
        assertThat(both.may(Right.PRIORITISE)).as("may be proposed by one of them").isFalse();
        assertThatThrownBy(() -> both.require(Right.PRIORITISE))
                .hasFieldOrPropertyWithValue("code", "proposals-not-available");
    }

    @Test
    void ownIsLessThanAll() {
        var stakeholder = as(Role.STAKEHOLDER);
        assertThatCode(() -> stakeholder.requireReadOwn(Right.READ_FEEDBACK))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> stakeholder.requireRead(Right.READ_FEEDBACK))
                .hasFieldOrPropertyWithValue("code", "missing-right");
        assertThat(as(Role.DEVELOPER).mayReadOwn(Right.READ_FEEDBACK)).isTrue();
    }

    @Test
    void withoutARoleNothingMayBeDone() {
        for (var right : Right.values()) {
            assertThat(as().mayReadOwn(right)).as(right.name()).isFalse();
        }
    }

    @Test
    void eachRightHasHolders() {
        assertThat(Right.ESTIMATE.holders()).containsExactly(Role.DEVELOPER);
        assertThat(Right.CUSTOMER_VALUE.holders())
                .as("nobody writes it: who reads it")
                .containsExactly(Role.OWNER, Role.MANAGER);
        assertThat(Right.values()).allSatisfy(right -> assertThat(right.holders()).isNotEmpty());
    }

    private static Grant as(Role... roles) {
        return new Grant(UUID.randomUUID(), "SHOP", Set.of(roles), EventContext.system("test"));
    }
}

package dev.steward.backlog.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Role;
import dev.steward.platform.messaging.store.EventContext;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DisplayScoreTest {

    private static final BigDecimal EXACT = new BigDecimal("0.567782");

    @Test
    void hasTwoDecimalsForWhoMayNotKnowWhatACompanyIsWorth() {
        var telling = new DisplayScore(EXACT, true);
        assertThat(telling.visibleTo(as(Role.DEVELOPER))).isEqualTo("0.57");
        assertThat(telling.visibleTo(as(Role.OWNER))).isEqualTo(EXACT);
    }

    @Test
    void isExactForAllWhereItTellsNothing() {
        assertThat(new DisplayScore(EXACT, false).visibleTo(as(Role.DEVELOPER))).isEqualTo(EXACT);
    }

    @Test
    void isNoneWhereTooLittleIsKnown() {
        assertThat(new DisplayScore(null, true).visibleTo(as(Role.DEVELOPER))).isNull();
    }

    private static Grant as(Role role) {
        return new Grant(UUID.randomUUID(), "SHOP", Set.of(role), EventContext.system("test"));
    }
}

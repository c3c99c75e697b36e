package dev.steward.feedback.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.testing.LoadedEntity;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

    private final Source desk = source(named("Help Desk"));

    @Test
    void takesASystemAndScopesOfItsOwn() {
        assertThat(desk.system()).isEqualTo("help-desk");
        assertThat(desk.scopes()).containsExactly(Scope.FEEDBACK_WRITE, Scope.FEEDBACK_READ);
        assertThat(desk.emailsVerified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Direct,source-direct", "member,source-member", "!,source-", "Zen & Co.,zen-co"})
    void itsSystemIsMadeFromItsNameAndNeverReserved(String name, String system) {
        assertThat(source(named(name)).system()).isEqualTo(system);
    }

    @Test
    void hasTwoKeysWhileOneReplacesTheOther() {
        var key = UuidCreator.getTimeOrderedEpoch();
        var created = desk.addKey(key, 1);
        assertThat(created.happened()).isEqualTo("key-created");
        assertThat(created.aggregate().version()).isEqualTo(2);
        assertThatThrownBy(() -> desk.addKey(UuidCreator.getTimeOrderedEpoch(), 2))
                .isInstanceOf(Source.TooManyKeys.class)
                .hasFieldOrPropertyWithValue("code", "too-many-keys");
        var revoked = desk.revokeKey(key);
        assertThat(revoked.happened()).isEqualTo("key-revoked");
        assertThat(revoked.aggregate().version()).isEqualTo(3);
    }

    /// Its row is written by SQL.
    @Test
    void theBuiltInOneHasNone() {
        var direct = LoadedEntity.of(Source.class, Map.of("builtIn", true));
        assertThatThrownBy(() -> direct.addKey(UuidCreator.getTimeOrderedEpoch(), 0))
                .hasFieldOrPropertyWithValue("code", "source-is-built-in");
    }

    @Test
    void namesAllOptionsThatNeedEventsOfASource() {
        var ahead = new NewSource("X", null, Set.of(Scope.EVENTS_READ), null, true);
        assertThat(catchThrowableOfType(Invalid.class, ahead::rejectUnavailableOptions).errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(
                        tuple("/tellsPeople", "not-available"), tuple("/scopes", "not-available"));
        named("X").rejectUnavailableOptions();
    }

    private static Source source(NewSource requested) {
        return new Source(UuidCreator.getTimeOrderedEpoch(), requested, Instant.EPOCH);
    }

    private static NewSource named(String name) {
        return new NewSource(name, null, null, null, null);
    }
}

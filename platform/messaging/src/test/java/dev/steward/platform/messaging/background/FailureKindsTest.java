package dev.steward.platform.messaging.background;

import static dev.steward.platform.messaging.background.FailureKinds.Kind.EXHAUSTING;
import static dev.steward.platform.messaging.background.FailureKinds.Kind.PASSING;
import static dev.steward.platform.messaging.background.FailureKinds.Kind.STAYING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.transaction.RollbackException;
import java.net.SocketException;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is waited for, what is tried a few times, and what is wrong with the record itself.
class FailureKindsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "40001", "40P01", "55P03", "57P01", "57P03", "53300", "53100",
                "25006"
            })
    void passesByItself(String state) {
        assertThat(kindOf(state)).isEqualTo(PASSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "53200", "53400", "25P03", "25P04"})
    void mayBeTheBatchsOwnDoing(String state) {
        assertThat(kindOf(state)).isEqualTo(EXHAUSTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "22021", "54001"})
    void staysAsItIs(String state) {
        assertThat(kindOf(state)).isEqualTo(STAYING);
    }

    @Test
    void thePoolWithoutAConnectionPasses() {
        var none = new SQLException("Acquisition timeout");
        assertThat(FailureKinds.kindOf(new ConnectionException(none), false)).isEqualTo(PASSING);
    }

    @Test
    void aBrokenSocketPassesTextThatIsNoJsonDoesNot() {
        assertThat(FailureKinds.kindOf(new IllegalStateException(new SocketException()), false))
                .isEqualTo(PASSING);
        var noJson = new JsonParseException(null, "no JSON");
        assertThat(FailureKinds.kindOf(new IllegalStateException(noJson), false))
                .isEqualTo(STAYING);
    }

    @Test
    void aRollbackIsWhatItsReasonIs() {
        assertThat(FailureKinds.kindOf(rolledBack(new SQLException("deadlock", "40P01")), false))
                .isEqualTo(PASSING);
        assertThat(FailureKinds.kindOf(rolledBack(new SQLException("not unique", "23505")), false))
                .isEqualTo(STAYING);
        assertThat(FailureKinds.kindOf(new IllegalStateException(new RollbackException()), false))
                .isEqualTo(EXHAUSTING);
    }

    @Test
    void afterItsTimeATransactionTellsOnlyThatItIsGone() {
        var gone = new ConnectionException(new SQLException("used without active transaction"));
        assertThat(FailureKinds.kindOf(gone, true)).isEqualTo(EXHAUSTING);
        assertThat(
                        FailureKinds.kindOf(
                                new ConnectionException(new SQLException("away", "08006")), true))
                .isEqualTo(PASSING);
    }

    private static FailureKinds.Kind kindOf(String state) {
        return FailureKinds.kindOf(
                new ConnectionException(new SQLException("failed", state)), false);
    }

    private static RuntimeException rolledBack(SQLException reason) {
        var rollback = new RollbackException();
        rollback.addSuppressed(reason);
        return new IllegalStateException(rollback);
    }
}

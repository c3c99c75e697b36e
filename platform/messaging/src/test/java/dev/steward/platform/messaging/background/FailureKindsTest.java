package dev.steward.platform.messaging.background;

import static dev.steward.platform.messaging.background.FailureKinds.Kind.LIMIT_REACHED;
import static dev.steward.platform.messaging.background.FailureKinds.Kind.PERMANENT;
import static dev.steward.platform.messaging.background.FailureKinds.Kind.TRANSIENT;
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
        assertThat(kindOf(state)).isEqualTo(TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "53200", "53400", "25P03", "25P04"})
    void mayBeTheBatchsOwnDoing(String state) {
        assertThat(kindOf(state)).isEqualTo(LIMIT_REACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "22021", "54001"})
    void staysAsItIs(String state) {
        assertThat(kindOf(state)).isEqualTo(PERMANENT);
    }

    @Test
    void thePoolWithoutAConnectionPasses() {
        var none = new SQLException("Acquisition timeout");
        assertThat(FailureKinds.kindOf(new ConnectionException(none), false)).isEqualTo(TRANSIENT);
    }

    @Test
    void aBrokenSocketPassesTextThatIsNoJsonDoesNot() {
        assertThat(FailureKinds.kindOf(new IllegalStateException(new SocketException()), false))
                .isEqualTo(TRANSIENT);
        var noJson = new JsonParseException(null, "no JSON");
        assertThat(FailureKinds.kindOf(new IllegalStateException(noJson), false))
                .isEqualTo(PERMANENT);
    }

    @Test
    void aRollbackIsWhatItsReasonIs() {
        assertThat(FailureKinds.kindOf(rolledBack(new SQLException("deadlock", "40P01")), false))
                .isEqualTo(TRANSIENT);
        assertThat(FailureKinds.kindOf(rolledBack(new SQLException("not unique", "23505")), false))
                .isEqualTo(PERMANENT);
        assertThat(FailureKinds.kindOf(new IllegalStateException(new RollbackException()), false))
                .isEqualTo(LIMIT_REACHED);
    }

    @Test
    void afterItsTimeATransactionTellsOnlyThatItIsGone() {
        var gone = new ConnectionException(new SQLException("used without active transaction"));
        assertThat(FailureKinds.kindOf(gone, true)).isEqualTo(LIMIT_REACHED);
        assertThat(
                        FailureKinds.kindOf(
                                new ConnectionException(new SQLException("away", "08006")), true))
                .isEqualTo(TRANSIENT);
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

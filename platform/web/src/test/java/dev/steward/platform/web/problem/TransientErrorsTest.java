package dev.steward.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TransientErrorsTest {

    @Test
    void aTransactionThatWasRolledBackIsAFaultByItself() {
        assertThat(isTransient(new RollbackException("ARJUNA016053: Could not commit."))).isFalse();
    }

    @Test
    void aTransactionThatRanOutOfTimePasses() {
        assertThat(isTransient(new RollbackException("ARJUNA016102: not active!"))).isTrue();
    }

    @Test
    void whatMadeACommitFailSaysWhetherItPasses() {
        var lost = new RollbackException("ARJUNA016053: Could not commit.");
        lost.addSuppressed(new IllegalStateException(new SQLException("closed", "08003")));
        var refused = new RollbackException("ARJUNA016053: Could not commit.");
        refused.addSuppressed(new IllegalStateException(new SQLException("unique", "23505")));

        assertThat(isTransient(lost)).isTrue();
        assertThat(isTransient(refused)).isFalse();
    }

    /// Seen on a slow machine: the timer of the transaction manager ends it while a thread works in
    /// it.
    @Test
    void whatFailsOnceItsTransactionIsEndedPasses() {
        var closed = new SQLException("This statement has been closed.", "55000");
        var none = new IllegalStateException("No transaction is running");

        assertThat(TransientErrors.isTransient(new IllegalStateException(closed), true)).isTrue();
        assertThat(TransientErrors.isTransient(none, true)).isTrue();
        assertThat(TransientErrors.isTransient(none, false)).isFalse();
        assertThat(TransientErrors.isTransient(new NullPointerException(), true)).isFalse();
    }

    private static boolean isTransient(Throwable cause) {
        return TransientErrors.isTransient(new IllegalStateException(cause));
    }
}

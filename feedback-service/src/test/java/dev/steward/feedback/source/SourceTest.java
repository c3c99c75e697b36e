package dev.steward.feedback.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceTest {

    private final Source desk =
            new Source(
                    UuidCreator.getTimeOrderedEpoch(),
                    new NewSource("Help Desk", null, null, null, null),
                    Instant.EPOCH);

    @Test
    void takesASystemAndScopesOfItsOwn() {
        assertThat(desk.system()).isEqualTo("help-desk");
        assertThat(desk.scopes()).containsExactly(Scope.FEEDBACK_WRITE, Scope.FEEDBACK_READ);
        assertThat(desk.emailsVerified()).isFalse();
    }

    @Test
    void hasTwoKeysWhileOneReplacesTheOther() {
        var key = UuidCreator.getTimeOrderedEpoch();
        var created = desk.addKey(key, 1);
        assertThat(created.happened()).isEqualTo("key-created");
        assertThat(created.aggregate().version()).isEqualTo(2);
        assertThatThrownBy(() -> desk.addKey(UuidCreator.getTimeOrderedEpoch(), 2))
                .isInstanceOf(Source.TooManyKeys.class);
        assertThat(desk.revokeKey(key).aggregate().version()).isEqualTo(3);
    }
}

package dev.steward.feedback.notification.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.feedback.notification.NotificationMode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationSettingsTest {

    private final NotificationSettings settings = new NotificationSettings(UUID.randomUUID());

    @Test
    void peopleAreToldAutomaticallyUntilSomebodyDecidesOtherwise() {
        assertThat(settings.mode()).isEqualTo(NotificationMode.AUTOMATIC);
        assertThat(settings.version()).isZero();
        assertThat(settings.update(NotificationMode.AUTOMATIC)).isEmpty();
    }

    @Test
    void eachChangeIsAnEvent() {
        var changed = settings.update(NotificationMode.MANUAL).orElseThrow();
        assertThat(changed.changes().fields()).containsOnlyKeys("mode");
        assertThat(changed.aggregate().version()).isOne();
        assertThat(settings.update(NotificationMode.AUTOMATIC)).isPresent();
        assertThat(settings.version()).isEqualTo(2);
    }
}

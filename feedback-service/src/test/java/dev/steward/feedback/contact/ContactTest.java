package dev.steward.feedback.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.identity.ExternalId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactTest {

    private static final UUID COMPANY = UuidCreator.getTimeOrderedEpoch();

    private final Contact ada =
            new Contact(
                    UuidCreator.getTimeOrderedEpoch(),
                    person("Ada", "ada@b\u00fccher.example"),
                    COMPANY,
                    Instant.EPOCH);

    @Test
    void keepsWhatTheInputLeavesOut() {
        assertThat(ada.update(person(null, null), null)).isEmpty();
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.customerId()).isEqualTo(COMPANY);
    }

    @Test
    void keepsTheSpellingOfAMailbox() {
        assertThat(ada.update(person(null, "ADA@xn--bcher-kva.example"), null)).isEmpty();
        assertThat(ada.email()).isEqualTo("ada@b\u00fccher.example");
    }

    @Test
    void anotherNameOrAddressIsNotPublished() {
        var edited = ada.update(person("Ada B.", "ada@x.example"), null).orElseThrow();
        assertThat(edited.changes().isEmpty()).isTrue();
        assertThat(ada.email()).isEqualTo("ada@x.example");
        assertThat(ada.version()).isEqualTo(2);
    }

    @Test
    void optsOutAndInAgain() {
        assertThat(ada.updateOptOut(true).orElseThrow().happened()).isEqualTo("opted-out");
        assertThat(ada.updateOptOut(true)).isEmpty();
        assertThat(ada.updateOptOut(false).orElseThrow().happened()).isEqualTo("opted-in");
    }

    private static ContactInput person(@Nullable String name, @Nullable String email) {
        return new ContactInput(new ExternalId("desk", "u1"), name, email, null);
    }
}

package dev.steward.feedback.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {

    @ParameterizedTest
    @CsvSource({
        "ida@example.org, ida@example.org",
        "ida@b\u00fccher.example, ida@xn--bcher-kva.example",
        "Ida.B@B\u00dcCHER.example, Ida.B@xn--bcher-kva.example",
        "ida@\u4f8b\u3048.\u30c6\u30b9\u30c8, ida@xn--r8jz45g.xn--zckzah",
        "ida@xn--bcher-kva.example, ida@xn--bcher-kva.example"
    })
    void writesTheDomainInPunycode(String email, String sent) {
        assertThat(Channel.of(false, null, email)).isEqualTo(new Channel.Email(sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ida",
                "a@b@c",
                "a@b, c@d",
                "a@b\r\nBcc: c@d",
                "j\u00f6rg@example.org",
                "ida@.",
                "ida@stra\u00dfe.example",
                "ida@a..b"
            })
    void anAddressThatNoServerAcceptsIsUnreachable(String email) {
        assertThat(Channel.of(false, null, email)).isEqualTo(new Channel.Unreachable());
    }

    @Test
    void whoWantsNoMessagesIsNotReached() {
        assertThat(Channel.of(true, null, "ida@example.org")).isEqualTo(new Channel.OptedOut());
    }
}

package dev.steward.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {

    private final ClientAddresses addresses =
            new ClientAddresses(Set.of("10.0.0.0/8", "192.0.2.1", "fd00::/8"));

    @Test
    void believesNobodyElse() {
        assertThat(addresses.client("203.0.113.5", List.of("198.51.100.9")))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void takesWhatATrustedProxySays() {
        assertThat(addresses.client("10.1.2.3", List.of("198.51.100.9"))).isEqualTo("198.51.100.9");
        assertThat(addresses.client("fd00::1", List.of("2001:db8::7")))
                .isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void doesNotTakeWhatTheClientWroteItself() {
        assertThat(addresses.client("10.1.2.3", List.of("127.0.0.1, 198.51.100.9")))
                .isEqualTo("198.51.100.9");
        assertThat(addresses.client("10.1.2.3", List.of("127.0.0.1", "198.51.100.9, 192.0.2.1")))
                .isEqualTo("198.51.100.9");
    }

    @Test
    void staysWithTheProxyWhenThereIsNoAddress() {
        assertThat(addresses.client("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
        assertThat(addresses.client("10.1.2.3", List.of("unknown"))).isEqualTo("10.1.2.3");
        assertThat(addresses.client("10.1.2.3", List.of("198.51.100.9, not.an.address")))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void doesNotStartWithWhatIsNoNetwork() {
        assertThatThrownBy(() -> new ClientAddresses(Set.of("proxy.example")))
                .hasMessageContaining("proxy.example");
    }
}

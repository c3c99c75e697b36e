package dev.steward.platform.server;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some addresses and networks, such as those of the proxies that are trusted.
public final class Networks {

    private final List<IpSubnetFilterRule> rules;

    private Networks(List<IpSubnetFilterRule> rules) {
        this.rules = rules;
    }

    /// @param networks `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`
    public static Networks of(Collection<String> networks) {
        return new Networks(networks.stream().map(Networks::rule).toList());
    }

    private static IpSubnetFilterRule rule(String network) {
        var parts = network.strip().split("/", 2);
        var address = parse(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException(
                    "STEWARD_TRUSTED_PROXIES: %s is no address or network".formatted(network));
        }
        var bits = parts.length == 2 ? Integer.parseInt(parts[1]) : 8 * address.getAddress().length;
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    public boolean contain(InetAddress address) {
        var endpoint = new InetSocketAddress(address, 0);
        return rules.stream().anyMatch(rule -> rule.matches(endpoint));
    }

    /// Never asks a name server.
    ///
    /// @return null when it is no address
    public static @Nullable InetAddress parse(String address) {
        return NetUtil.createInetAddressFromIpAddressString(address);
    }
}

package dev.steward.gateway.caller;

import dev.steward.platform.server.Networks;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Finds the network address of a client. Behind a trusted proxy it is in `X-Forwarded-For`: the
/// last address there that is not a trusted proxy itself, because the client may have written what
/// comes before it.
@Singleton
public class ClientAddresses {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Networks trusted;

    @Inject
    ClientAddresses(
            @ConfigProperty(name = "steward.trusted-proxies") Optional<Set<String>> trusted) {
        this(trusted.orElse(Set.of()));
    }

    /// @param trusted addresses and networks: `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`
    ClientAddresses(Set<String> trusted) {
        this.trusted = Networks.of(trusted);
    }

    public Caller.Address of(HttpServerRequest request) {
        var peer = request.remoteAddress().hostAddress();
        return new Caller.Address(
                trusted.isEmpty() ? peer : client(peer, request.headers().getAll(FORWARDED_FOR)));
    }

    String client(String peer, List<String> forwarded) {
        var client = peer;
        var hops = String.join(",", forwarded).split(",");
        for (var at = hops.length - 1; at >= 0 && isTrusted(client); at--) {
            var address = Networks.parse(hops[at].strip());
            if (address == null) {
                break;
            }
            client = address.getHostAddress();
        }
        return client;
    }

    private boolean isTrusted(String address) {
        var parsed = Networks.parse(address);
        return parsed != null && trusted.contain(parsed);
    }
}

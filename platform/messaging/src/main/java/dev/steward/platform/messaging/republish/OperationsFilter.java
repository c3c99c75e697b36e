package dev.steward.platform.messaging.republish;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Stands before every operation under `/ops`: who calls must know the secret
/// (`STEWARD_OPS_SECRET`), and must mean this server. A browser that was led here by a name of the
/// attacker's (DNS rebinding) says that name in `Host`.
@ApplicationScoped
public class OperationsFilter {

    private static final int BEFORE_THE_OPERATIONS = -1000;
    private static final String SCHEME = "Bearer ";

    /// `STEWARD_OPS_HOSTS` adds to these: addresses, names without a dot, names inside a cluster.
    private static final Pattern NEAR =
            Pattern.compile(
                    "[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?|[a-z0-9_-]+|.+\\.svc|.+\\.cluster\\.local");

    private final Optional<String> secret;
    private final Set<String> hosts;

    @Inject
    OperationsFilter(
            @ConfigProperty(name = "steward.ops.secret") Optional<String> secret,
            @ConfigProperty(name = "steward.ops.hosts") Optional<List<String>> hosts) {
        this.secret = secret.filter(text -> !text.isBlank());
        this.hosts = Set.copyOf(hosts.orElse(List.of()));
    }

    void routes(@Observes ManagementInterface management) {
        management.router().route("/ops/*").order(BEFORE_THE_OPERATIONS).handler(this::check);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        // HTTP/2 has no Host, but says the same as :authority.
        var authority = request.authority();
        refusal(authority == null ? null : authority.host(), request.getHeader("Authorization"))
                .ifPresentOrElse(refusal -> refuse(request, refusal), context::next);
    }

    private static void refuse(HttpServerRequest request, Refusal refusal) {
        var response = request.response().setStatusCode(refusal.status());
        if (refusal.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer realm=\"operations\"");
        }
        response.putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("detail", refusal.detail()).encode());
    }

    record Refusal(int status, String detail) {}

    /// @param host without a port
    Optional<Refusal> refusal(@Nullable String host, @Nullable String authorization) {
        if (host == null || !isOurs(host)) {
            return refused(421, "This server has another name; STEWARD_OPS_HOSTS can add one.");
        }
        if (secret.isEmpty()) {
            return refused(403, "Operations are off until STEWARD_OPS_SECRET is set.");
        }
        return authorization != null && authorization.startsWith(SCHEME) && knows(authorization)
                ? Optional.empty()
                : refused(401, "Operations need Authorization: Bearer and the secret.");
    }

    private boolean isOurs(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return NEAR.matcher(name).matches() || hosts.contains(name);
    }

    /// Takes as long for a wrong secret as for a right one.
    private boolean knows(String authorization) {
        var given = authorization.substring(SCHEME.length()).strip();
        return MessageDigest.isEqual(bytes(given), bytes(secret.orElseThrow()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Refusal> refused(int status, String detail) {
        return Optional.of(new Refusal(status, detail));
    }
}

package dev.steward.gateway.proxy;

import dev.steward.platform.server.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Removes headers that must not be forwarded: those of a single connection (RFC 9110, 7.6.1),
/// those that a caller could forge, and those of responses that only the gateway sets.
class HeaderRules {

    private static final Set<String> HOP_BY_HOP =
            Set.of(
                    "connection",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "http2-settings");

    /// A service, or a library that it uses, might trust them.
    private static final Set<String> FORGEABLE =
            Set.of(
                    "forwarded",
                    "x-real-ip",
                    "x-client-ip",
                    "true-client-ip",
                    "x-cluster-client-ip",
                    "x-http-method",
                    "x-http-method-override",
                    "x-method-override",
                    "x-url-scheme",
                    "front-end-https",
                    "steward-version",
                    "cookie",
                    "expect");

    private static final List<String> FORGEABLE_PREFIXES =
            List.of("x-forwarded", "x-original", "x-rewrite", "x-steward", "proxy-");

    /// Set by the gateway only.
    private static final Set<String> NOT_FOR_CALLERS =
            Set.of(
                    "server",
                    "x-powered-by",
                    "x-request-id",
                    "traceparent",
                    "tracestate",
                    "ratelimit",
                    "ratelimit-policy",
                    "alt-svc");

    private static final List<String> NOT_FOR_CALLERS_PREFIXES =
            List.of("access-control-", "proxy-");

    private HeaderRules() {}

    static void request(MultiMap headers, HttpServerRequest request, Trace trace) {
        var traced = trace.traceParent().equals(headers.get(Trace.TRACE_PARENT));
        removeHopByHop(headers);
        removeIf(headers, name -> forgeable(name) || name.equals("tracestate") && !traced);
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
        headers.set(Trace.REQUEST_ID, trace.requestId());
        headers.set(Trace.TRACE_PARENT, trace.traceParent());
    }

    /// Some servers treat an underscore as a hyphen.
    private static boolean forgeable(String name) {
        return FORGEABLE.contains(name)
                || name.indexOf('_') >= 0
                || startsWithAny(name, FORGEABLE_PREFIXES);
    }

    static void response(MultiMap headers) {
        removeHopByHop(headers);
        removeIf(
                headers,
                name ->
                        NOT_FOR_CALLERS.contains(name)
                                || startsWithAny(name, NOT_FOR_CALLERS_PREFIXES));
    }

    private static void removeHopByHop(MultiMap headers) {
        var named = new ArrayList<String>();
        for (var connection : headers.getAll("connection")) {
            for (var name : connection.split(",")) {
                named.add(name.strip());
            }
        }
        named.stream().filter(name -> !name.isEmpty()).forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }

    private static void removeIf(MultiMap headers, java.util.function.Predicate<String> rule) {
        for (var name : List.copyOf(headers.names())) {
            if (rule.test(name.toLowerCase(Locale.ROOT))) {
                headers.remove(name);
            }
        }
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}

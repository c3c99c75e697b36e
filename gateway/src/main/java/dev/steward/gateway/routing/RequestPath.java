package dev.steward.gateway.routing;

import io.vertx.core.http.HttpServerRequest;

/// The path of a request as it was sent, neither decoded nor normalized.
public class RequestPath {

    private RequestPath() {}

    public static String of(HttpServerRequest request) {
        var target = request.uri();
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}

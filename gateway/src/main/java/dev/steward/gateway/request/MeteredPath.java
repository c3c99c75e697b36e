package dev.steward.gateway.request;

import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/// Sets the path template that metrics use: raw paths would make one time series per id.
class MeteredPath {

    /// The key that the metrics of Quarkus read.
    private static final String KEY = "UrlPathTemplate";

    private MeteredPath() {}

    static void set(RoutingContext context, String template) {
        ((HttpServerRequestInternal) context.request()).context().putLocal(KEY, template);
    }
}

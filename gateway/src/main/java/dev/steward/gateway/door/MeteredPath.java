package dev.steward.gateway.door;

import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/// Tells the metrics the template of a path: raw paths would be one time series per id.
class MeteredPath {

    /// Where Quarkus' metrics look for it.
    private static final String KEY = "UrlPathTemplate";

    private MeteredPath() {}

    static void set(RoutingContext context, String template) {
        ((HttpServerRequestInternal) context.request()).context().putLocal(KEY, template);
    }
}

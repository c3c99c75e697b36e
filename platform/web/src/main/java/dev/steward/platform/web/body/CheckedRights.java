package dev.steward.platform.web.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/// Whether the rights of the caller were checked in this request. [Body] is not read before.
@ApplicationScoped
public class CheckedRights {

    private static final String KEY = CheckedRights.class.getName();

    private final Instance<RoutingContext> routing;

    CheckedRights(Instance<RoutingContext> routing) {
        this.routing = routing;
    }

    /// The caller is known in a product; what it may do there is the resource's to decide.
    public void checked() {
        routing.get().put(KEY, true);
    }

    boolean areChecked() {
        return routing.get().get(KEY) != null;
    }
}

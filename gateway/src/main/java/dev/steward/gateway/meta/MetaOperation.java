package dev.steward.gateway.meta;

import dev.steward.gateway.limit.Limits;
import dev.steward.gateway.routing.GatewayOperation;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// `GET /api/v1/meta`: what a client needs to know before it can sign in.
@Singleton
class MetaOperation implements GatewayOperation {

    private final String answer;

    MetaOperation(
            Limits limits,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "steward.meta.issuer") String issuer,
            @ConfigProperty(name = "steward.meta.client-id") String clientId) {
        answer =
                new JsonObject()
                        .put("name", "Steward")
                        .put("version", version)
                        .put("issuer", issuer)
                        .put("clientId", clientId)
                        .put(
                                "limits",
                                new JsonObject()
                                        .put("maxBodyBytes", limits.maxBody().asLongValue())
                                        .put("maxUriBytes", limits.maxUri())
                                        .put("caller", quota(limits.caller()))
                                        .put("address", quota(limits.address())))
                        .encode();
    }

    private static JsonObject quota(Limits.Quota quota) {
        return new JsonObject()
                .put("requests", quota.requests())
                .put("windowSeconds", quota.window().toSeconds());
    }

    @Override
    public String operationId() {
        return "getMeta";
    }

    @Override
    public void answer(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "max-age=60")
                .end(answer);
    }
}

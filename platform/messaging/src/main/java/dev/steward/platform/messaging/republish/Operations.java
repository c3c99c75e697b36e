package dev.steward.platform.messaging.republish;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.messaging.consume.DeadLetters;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Operations, on the management interface only, which nothing outside the cluster reaches: `POST
/// /ops/republish?product=`, `GET /ops/republish`, `POST /ops/epoch`, `GET /ops/dead-letters`,
/// `GET` and `DELETE /ops/dead-letters/{id}`, `POST /ops/dead-letters/{id}/replay`.
/// [OperationsFilter] stands before them.
@ApplicationScoped
public class Operations {

    private final Republish republish;
    private final Epochs epochs;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    Operations(Republish republish, Epochs epochs, DeadLetters deadLetters, ObjectMapper json) {
        this.republish = republish;
        this.epochs = epochs;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    void routes(@Observes ManagementInterface management) {
        Router router = management.router();
        router.post("/ops/republish").blockingHandler(answering(this::republish));
        router.get("/ops/republish")
                .blockingHandler(answering(_ -> Map.of("items", republish.newest())));
        router.post("/ops/epoch").blockingHandler(answering(_ -> epochs.raise()));
        router.get("/ops/dead-letters")
                .blockingHandler(answering(_ -> Map.of("items", deadLetters.list())));
        router.get("/ops/dead-letters/:id")
                .blockingHandler(answering(request -> deadLetters.find(id(request)).orElse(null)));
        router.delete("/ops/dead-letters/:id")
                .blockingHandler(
                        answering(request -> deadLetters.discard(id(request)).orElse(null)));
        router.post("/ops/dead-letters/:id/replay").blockingHandler(answering(this::replay));
    }

    private @Nullable Object republish(RoutingContext request) {
        var product = request.request().getParam("product");
        return republish.request(product == null ? null : UUID.fromString(product));
    }

    private @Nullable Object replay(RoutingContext request) {
        return deadLetters.replay(id(request)).orElse(null);
    }

    private static UUID id(RoutingContext request) {
        return UUID.fromString(request.pathParam("id"));
    }

    private interface Operation {
        @Nullable Object run(RoutingContext request);
    }

    private Handler<RoutingContext> answering(Operation operation) {
        return request -> {
            try {
                var answer = operation.run(request);
                request.response()
                        .setStatusCode(answer == null ? 404 : 200)
                        .putHeader("Content-Type", "application/json")
                        .end(answer == null ? "{}" : json.writeValueAsString(answer));
            } catch (IllegalArgumentException e) {
                request.response().setStatusCode(400).end("{\"detail\":\"not an id\"}");
            } catch (java.io.IOException | RuntimeException e) {
                request.fail(500, e);
            }
        };
    }
}

package dev.steward.platform.web.idempotency;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.platform.web.body.RequestBody;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Unreadable;
import dev.steward.platform.web.request.WrittenVersions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `Idempotency-Key`: the first 2xx answer to (caller, method, path, key) is stored in the
/// transaction of its effect and given again to every repeat for 24 hours; with another body or
/// query it is no repeat and refused. Call it after the permission check, so that nobody replays
/// what they may no longer do.
@ApplicationScoped
public class Idempotent {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int LARGEST_STORED_BODY = 64 * 1024;

    private final StoredAnswers answers;
    private final ObjectMapper json;
    private final SecurityIdentity identity;
    private final Instance<RoutingContext> routing;
    private final Instance<WrittenVersions> written;

    Idempotent(
            StoredAnswers answers,
            ObjectMapper json,
            SecurityIdentity identity,
            Instance<RoutingContext> routing,
            Instance<WrittenVersions> written) {
        this.answers = answers;
        this.json = json;
        this.identity = identity;
        this.routing = routing;
        this.written = written;
    }

    /// Runs the effect once per key. Without the header it just runs.
    public Response once(Supplier<Response> effect) {
        return once(effect, body -> body);
    }

    /// As [#once(Supplier)], where what is stored of the body differs from what is answered:
    /// secrets are answered once and never stored.
    public Response once(Supplier<Response> effect, UnaryOperator<Object> stored) {
        var request = routing.get().request();
        var key = request.getHeader(HEADER);
        if (key == null) {
            return effect.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw new Unreadable(
                    "unreadable-request",
                    "An Idempotency-Key is 1 to 255 visible ASCII characters.",
                    List.of(FieldError.parameter(HEADER, "unreadable", "Not a key.")));
        }
        var keyed =
                new IdempotentRequest(
                        identity.getPrincipal().getName(),
                        request.method().name(),
                        routing.get().normalizedPath(),
                        key,
                        RequestBody.hash(routing.get()));
        return QuarkusTransaction.joiningExisting()
                .call(() -> inTransaction(keyed, effect, stored));
    }

    private Response inTransaction(
            IdempotentRequest keyed, Supplier<Response> effect, UnaryOperator<Object> stored) {
        var known = answers.lockAndLook(keyed);
        if (known.isPresent()) {
            return replay(known.get(), keyed);
        }
        var answer = effect.get();
        if (answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            answers.store(keyed, answer(keyed, answer, stored));
        }
        return answer;
    }

    private static Response replay(StoredAnswer known, IdempotentRequest keyed) {
        if (!Arrays.equals(known.bodyHash(), keyed.bodyHash())) {
            throw new IdempotencyKeyReused();
        }
        var response = Response.status(known.status()).header("Idempotency-Replayed", "true");
        if (known.location() != null) {
            response.location(URI.create(known.location()));
        }
        if (known.etag() != null) {
            response.header("ETag", known.etag());
        }
        if (known.versions() != null) {
            response.header(WrittenVersions.HEADER, known.versions());
        }
        return known.body() == null
                ? response.build()
                : response.type("application/json").entity(new RawJson(known.body())).build();
    }

    private StoredAnswer answer(
            IdempotentRequest request, Response answer, UnaryOperator<Object> stored) {
        return new StoredAnswer(
                request.bodyHash(),
                answer.getStatus(),
                answer.getHeaderString("Location"),
                answer.getHeaderString("ETag"),
                written.get().header().orElse(null),
                body(answer, stored));
    }

    private @Nullable String body(Response answer, UnaryOperator<Object> stored) {
        if (!answer.hasEntity()) {
            return null;
        }
        try {
            var text = json.writeValueAsString(stored.apply(answer.getEntity()));
            return text.length() > LARGEST_STORED_BODY ? null : text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that was built cannot be written", e);
        }
    }

    private record RawJson(@JsonRawValue @JsonValue String text) {}
}

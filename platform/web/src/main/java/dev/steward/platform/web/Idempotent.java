package dev.steward.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// `Idempotency-Key`: the first 2xx answer to (caller, method, path, key) is stored in the
/// transaction of its effect and given again to every repeat for 24 hours. Call it after the
/// permission check, so that nobody replays what they may no longer do.
@ApplicationScoped
public class Idempotent {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int LARGEST_STORED_BODY = 64 * 1024;

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String STORED =
            """
            select body_hash, status, location, etag, steward_version, body from idempotency
            where caller = ? and method = ? and path = ? and key = ? and created_at > now() - interval '24 hours'
            """;
    private static final String STORE =
            """
            insert into idempotency (caller, method, path, key, body_hash, status, location, etag, steward_version, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (caller, method, path, key) do update set body_hash = excluded.body_hash,
                status = excluded.status, location = excluded.location, etag = excluded.etag,
                steward_version = excluded.steward_version, body = excluded.body, created_at = now()
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final SecurityIdentity identity;
    private final Instance<RoutingContext> routing;
    private final Instance<WrittenVersions> written;

    Idempotent(
            DataSource database,
            ObjectMapper json,
            SecurityIdentity identity,
            Instance<RoutingContext> routing,
            Instance<WrittenVersions> written) {
        this.database = database;
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
    public Response once(
            Supplier<Response> effect, java.util.function.UnaryOperator<Object> stored) {
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
        var scope =
                new Scope(
                        identity.getPrincipal().getName(),
                        request.method().name(),
                        routing.get().normalizedPath(),
                        key,
                        RequestBody.hash(routing.get()));
        return QuarkusTransaction.joiningExisting()
                .call(() -> inTransaction(scope, effect, stored));
    }

    private Response inTransaction(
            Scope scope, Supplier<Response> effect, java.util.function.UnaryOperator<Object> stored)
            throws SQLException {
        lock(scope);
        var known = find(scope);
        if (known.isPresent()) {
            return replay(known.get(), scope);
        }
        var answer = effect.get();
        if (answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            store(scope, answer, stored);
        }
        return answer;
    }

    private void lock(Scope scope) throws SQLException {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK)) {
            lock.setString(
                    1,
                    String.join("\n", scope.caller(), scope.method(), scope.path(), scope.key()));
            try (var taken = lock.executeQuery()) {
                taken.next();
                if (!taken.getBoolean(1)) {
                    throw new IdempotencyKeyInUse();
                }
            }
        }
    }

    private Optional<Answer> find(Scope scope) throws SQLException {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(STORED)) {
            scope.bind(find);
            try (var row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Answer(
                                        row.getBytes(1),
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6)))
                        : Optional.empty();
            }
        }
    }

    private static Response replay(Answer known, Scope scope) {
        if (!java.util.Arrays.equals(known.bodyHash(), scope.bodyHash())) {
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

    private void store(
            Scope scope, Response answer, java.util.function.UnaryOperator<Object> stored)
            throws SQLException {
        try (var connection = database.getConnection();
                var store = connection.prepareStatement(STORE)) {
            scope.bind(store);
            store.setBytes(5, scope.bodyHash());
            store.setInt(6, answer.getStatus());
            store.setString(7, answer.getHeaderString("Location"));
            store.setString(8, answer.getHeaderString("ETag"));
            store.setString(9, written.get().header().orElse(null));
            store.setString(10, body(answer, stored));
            store.executeUpdate();
        }
    }

    private @Nullable String body(
            Response answer, java.util.function.UnaryOperator<Object> stored) {
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

    private record Scope(String caller, String method, String path, String key, byte[] bodyHash) {
        void bind(java.sql.PreparedStatement statement) throws SQLException {
            statement.setString(1, caller);
            statement.setString(2, method);
            statement.setString(3, path);
            statement.setString(4, key);
        }
    }

    private record Answer(
            byte[] bodyHash,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String versions,
            @Nullable String body) {}

    private record RawJson(
            @com.fasterxml.jackson.annotation.JsonRawValue
                    @com.fasterxml.jackson.annotation.JsonValue
                    String text) {}
}

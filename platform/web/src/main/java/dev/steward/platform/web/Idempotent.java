package dev.steward.platform.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

    /// The lock tells a repeat at once that the first is still under way. That there is only one
    /// first is for the table's key to say: whoever gets the lock may have looked at the table just
    /// before the one that held it committed.
    private static final String LOCK_AND_LOOK =
            """
            with lock as materialized (select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as taken)
            select lock.taken, body_hash, status, location, etag, steward_version, body
            from lock left join idempotency on lock.taken and caller = ? and method = ? and path = ? and key = ?
                and created_at > now() - interval '24 hours'
            """;

    private static final String STORE =
            """
            insert into idempotency (caller, method, path, key, body_hash, status, location, etag, steward_version, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (caller, method, path, key) do update set body_hash = excluded.body_hash,
                status = excluded.status, location = excluded.location, etag = excluded.etag,
                steward_version = excluded.steward_version, body = excluded.body, created_at = now()
            where idempotency.created_at <= now() - interval '24 hours'
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
            Scope scope, Supplier<Response> effect, UnaryOperator<Object> stored)
            throws SQLException {
        var known = lockAndLook(scope);
        if (known.isPresent()) {
            return replay(known.get(), scope);
        }
        var answer = effect.get();
        if (answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            store(scope, answer, stored);
        }
        return answer;
    }

    private Optional<Answer> lockAndLook(Scope scope) throws SQLException {
        try (var connection = database.getConnection();
                var look = connection.prepareStatement(LOCK_AND_LOOK)) {
            look.setString(1, scope.inOneLine());
            scope.bind(look, 2);
            try (var row = look.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new IdempotencyKeyInUse();
                }
                return row.getBytes(2) == null ? Optional.empty() : Optional.of(Answer.read(row));
            }
        }
    }

    private static Response replay(Answer known, Scope scope) {
        if (!Arrays.equals(known.bodyHash(), scope.bodyHash())) {
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

    private void store(Scope scope, Response answer, UnaryOperator<Object> stored)
            throws SQLException {
        try (var connection = database.getConnection();
                var store = connection.prepareStatement(STORE)) {
            scope.bind(store, 1);
            store.setBytes(5, scope.bodyHash());
            store.setInt(6, answer.getStatus());
            store.setString(7, answer.getHeaderString("Location"));
            store.setString(8, answer.getHeaderString("ETag"));
            store.setString(9, written.get().header().orElse(null));
            store.setString(10, body(answer, stored));
            if (store.executeUpdate() == 0) {
                throw new IdempotencyKeyInUse();
            }
        }
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

    private record Scope(String caller, String method, String path, String key, byte[] bodyHash) {
        void bind(PreparedStatement statement, int first) throws SQLException {
            statement.setString(first, caller);
            statement.setString(first + 1, method);
            statement.setString(first + 2, path);
            statement.setString(first + 3, key);
        }

        String inOneLine() {
            return String.join("\n", caller, method, path, key);
        }
    }

    private record Answer(
            byte[] bodyHash,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String versions,
            @Nullable String body) {

        /// From a row of [#LOCK_AND_LOOK].
        static Answer read(ResultSet row) throws SQLException {
            return new Answer(
                    row.getBytes(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7));
        }
    }

    private record RawJson(@JsonRawValue @JsonValue String text) {}
}

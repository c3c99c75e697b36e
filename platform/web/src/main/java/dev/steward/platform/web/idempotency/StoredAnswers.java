package dev.steward.platform.web.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/// The answers to keyed requests, as the database keeps them.
@ApplicationScoped
class StoredAnswers {

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

    StoredAnswers(DataSource database) {
        this.database = database;
    }

    /// @return the answer that the request has had; empty where it is the first
    /// @throws IdempotencyKeyInUse while the first is under way
    Optional<StoredAnswer> lockAndLook(IdempotentRequest request) throws SQLException {
        try (var connection = database.getConnection();
                var look = connection.prepareStatement(LOCK_AND_LOOK)) {
            look.setString(1, request.inOneLine());
            request.bind(look, 2);
            try (var row = look.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new IdempotencyKeyInUse();
                }
                return row.getBytes(2) == null
                        ? Optional.empty()
                        : Optional.of(
                                new StoredAnswer(
                                        row.getBytes(2),
                                        row.getInt(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7)));
            }
        }
    }

    /// @throws IdempotencyKeyInUse where another one was answered since the look
    void store(IdempotentRequest request, StoredAnswer answer) throws SQLException {
        try (var connection = database.getConnection();
                var store = connection.prepareStatement(STORE)) {
            request.bind(store, 1);
            store.setBytes(5, answer.bodyHash());
            store.setInt(6, answer.status());
            store.setString(7, answer.location());
            store.setString(8, answer.etag());
            store.setString(9, answer.versions());
            store.setString(10, answer.body());
            if (store.executeUpdate() == 0) {
                throw new IdempotencyKeyInUse();
            }
        }
    }
}

package dev.steward.platform.web.idempotency;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The answers to keyed requests, as the database keeps them.
@ApplicationScoped
class StoredAnswers {

    /// The lock tells a repeat at once that the first is still under way. That there is only one
    /// first is for the table's key to say: whoever gets the lock may have looked at the table just
    /// before the one that held it committed.
    private static final String LOCK_AND_LOOK =
            """
            with lock as materialized (select pg_try_advisory_xact_lock(hashtextextended(:lock, 0)) as taken)
            select lock.taken, body_hash, status, location, etag, steward_version, body
            from lock left join idempotency on lock.taken and caller = :caller and method = :method and path = :path and key = :key
                and created_at > now() - interval '24 hours'
            """;

    private static final String STORE =
            """
            insert into idempotency (caller, method, path, key, body_hash, status, location, etag, steward_version, body)
            values (:caller, :method, :path, :key, :bodyHash, :status, :location, :etag, :versions, :body)
            on conflict (caller, method, path, key) do update set body_hash = excluded.body_hash,
                status = excluded.status, location = excluded.location, etag = excluded.etag,
                steward_version = excluded.steward_version, body = excluded.body, created_at = now()
            where idempotency.created_at <= now() - interval '24 hours'
            """;

    private record Look(boolean taken, @Nullable StoredAnswer answer) {}

    private final Database database;

    StoredAnswers(Database database) {
        this.database = database;
    }

    /// @return the answer that the request has had; empty where it is the first
    /// @throws IdempotencyKeyInUse while the first is under way
    Optional<StoredAnswer> lockAndLook(IdempotentRequest request) {
        var look =
                database.query(
                        LOCK_AND_LOOK,
                        query ->
                                request.bindTo(query)
                                        .bind("lock", request.inOneLine())
                                        .map(StoredAnswers::look)
                                        .one());
        if (!look.taken()) {
            throw new IdempotencyKeyInUse();
        }
        return Optional.ofNullable(look.answer());
    }

    /// @throws IdempotencyKeyInUse where another one was answered since the look
    void store(IdempotentRequest request, StoredAnswer answer) {
        var stored =
                database.update(
                        STORE,
                        update ->
                                request.bindTo(update)
                                        .bind("bodyHash", answer.bodyHash())
                                        .bind("status", answer.status())
                                        .bind("location", answer.location())
                                        .bind("etag", answer.etag())
                                        .bind("versions", answer.versions())
                                        .bind("body", answer.body()));
        if (stored == 0) {
            throw new IdempotencyKeyInUse();
        }
    }

    private static Look look(ResultSet row, StatementContext context) throws SQLException {
        var bodyHash = row.getBytes("body_hash");
        return new Look(
                row.getBoolean("taken"),
                bodyHash == null
                        ? null
                        : new StoredAnswer(
                                bodyHash,
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("etag"),
                                row.getString("steward_version"),
                                row.getString("body")));
    }
}

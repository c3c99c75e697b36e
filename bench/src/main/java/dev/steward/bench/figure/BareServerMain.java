package dev.steward.bench.figure;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// The least that a server can do: the statements, one after the other, and their rows as JSON. No
/// token, no rights, no entity.
public final class BareServerMain extends AbstractVerticle {

    /// Stands for the id in the path.
    static final String ID = "{id}";

    private static final int CONNECTIONS = 10;

    private record Statement(String text, List<String> parameters) {

        static List<Statement> in(Path folder) {
            return IntStream.iterate(0, i -> Files.exists(folder.resolve(i + ".sql")), i -> i + 1)
                    .mapToObj(i -> read(folder, i))
                    .toList();
        }

        private static Statement read(Path folder, int i) {
            try {
                return new Statement(
                        Files.readString(folder.resolve(i + ".sql")),
                        Files.readAllLines(folder.resolve(i + ".parameters")));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        Tuple with(String id) {
            var values = new ArrayList<>();
            parameters.forEach(value -> values.add(typed(value.equals(ID) ? id : value)));
            return Tuple.from(values);
        }

        private static Object typed(String value) {
            try {
                return value.length() == 36 ? UUID.fromString(value) : value;
            } catch (IllegalArgumentException _) {
                return value;
            }
        }
    }

    private record Setting(int port, PgConnectOptions database, List<Statement> statements) {}

    private final Setting setting;

    private BareServerMain(Setting setting) {
        this.setting = setting;
    }

    /// port, JDBC URL, user, folder of the statements; the password is in `PGPASSWORD`.
    public static void main(String[] arguments) {
        var uri = URI.create(arguments[1].replaceFirst("^jdbc:", ""));
        var database =
                new PgConnectOptions()
                        .setHost(uri.getHost())
                        .setPort(uri.getPort())
                        .setDatabase(uri.getPath().substring(1))
                        .setUser(arguments[2])
                        .setPassword(System.getenv().getOrDefault("PGPASSWORD", ""))
                        .setCachePreparedStatements(true);
        var statements = Statement.in(Path.of(arguments[3]));
        var setting = new Setting(Integer.parseInt(arguments[0]), database, statements);
        var loops = Runtime.getRuntime().availableProcessors();
        Vertx.vertx()
                .deployVerticle(
                        () -> new BareServerMain(setting),
                        new DeploymentOptions().setInstances(loops))
                .onFailure(BareServerMain::giveUp);
    }

    /// Whoever waits for it sees that it has ended, and finds the reason in its log.
    private static void giveUp(Throwable reason) {
        System.err.println("the bare server cannot start: " + reason);
        System.exit(1);
    }

    @Override
    public void start(Promise<Void> started) {
        var pool =
                PgBuilder.pool()
                        .with(new PoolOptions().setMaxSize(CONNECTIONS))
                        .connectingTo(setting.database())
                        .using(vertx)
                        .build();
        var server = vertx.createHttpServer().requestHandler(request -> answer(pool, request));
        server.listen(setting.port(), "127.0.0.1").<Void>mapEmpty().onComplete(started);
    }

    private void answer(Pool pool, HttpServerRequest request) {
        var id = request.uri().substring(request.uri().lastIndexOf('/') + 1);
        Future<JsonObject> all = Future.succeededFuture(new JsonObject());
        for (var statement : setting.statements()) {
            all =
                    all.compose(row ->
                            pool.preparedQuery(statement.text())
                                    .execute(statement.with(id))
                                    .map(rows -> row.mergeIn(json(rows))));
        }
        all.onSuccess(row -> request.response().end(row.toBuffer()))
                .onFailure(failure ->
                        request.response().setStatusCode(500).end(String.valueOf(failure)));
    }

    private static JsonObject json(RowSet<Row> rows) {
        return rows.iterator().hasNext() ? rows.iterator().next().toJson() : new JsonObject();
    }
}

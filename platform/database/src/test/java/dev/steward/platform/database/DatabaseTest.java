package dev.steward.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseTest {

    private static final String PIECES = "select pieces from Stock where name = :name";
    private static final String SELL = "update Stock set pieces = pieces - 1 where name = :name";

    record Parcel(UUID id, @Nullable Instant sentAt, @Json.Column Map<String, Integer> contents) {}

    @Inject Database database;
    @Inject EntityManager entities;

    private final String name = "pears-" + UUID.randomUUID();

    @Test
    void aStatementSeesWhatAnEntityHasChangedBefore() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var stock = new Stock(name, 7);
                    entities.persist(stock);
                    assertThat(pieces()).isEqualTo(7);
                    stock.pieces = 8;
                    assertThat(pieces()).isEqualTo(8);
                });
    }

    @Test
    void anEntityNamedWithAStatementHasWhatTheStatementWrote() {
        store(7);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var stock = entities.find(Stock.class, name);
                    stock.pieces = 5;
                    database.update(SELL, update -> update.bind("name", name), stock);
                    assertThat(stock.pieces).isEqualTo(4);
                });
        assertThat(pieces()).isEqualTo(4);
    }

    @Test
    void aStatementEndsWithItsTransaction() {
        store(7);
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    database.update(SELL, sold -> sold.bind("name", name));
                                    throw new IllegalStateException("no sale");
                                }))
                .hasMessageContaining("no sale");
        assertThat(pieces()).isEqualTo(7);
    }

    @Test
    void aStatementThatFailsSaysNothingOfItsParametersAndKeepsNoConnection() {
        for (var i = 0; i < 10; i++) {
            assertThatThrownBy(() ->
                            database.query(
                                    "select 1 from nowhere where mail = :mail",
                                    query ->
                                            query.bind("mail", "ann@example.org")
                                                    .mapTo(Integer.class)
                                                    .list()))
                    .isInstanceOf(JdbiException.class)
                    .hasCauseInstanceOf(SQLException.class)
                    .hasMessageNotContaining("ann@example.org");
        }
    }

    @Test
    void rowsAreOneParameterAndComeBackAsTheyWere() {
        var parcels =
                List.of(
                        new Parcel(UUID.randomUUID(), Instant.EPOCH, Map.of("pears", 3)),
                        new Parcel(UUID.randomUUID(), null, Map.of()));
        var read =
                database.query(
                        """
                        select id, "sentAt" as sent_at, contents
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as r (id uuid, "sentAt" timestamptz, contents jsonb)
                        """,
                        query ->
                                query.bind("rows", new Json(parcels))
                                        .map(DatabaseTest::parcel)
                                        .list());
        assertThat(read).isEqualTo(parcels);
    }

    @Test
    void arraysAreTypedAsPostgresNamesThem() {
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID());
        var found =
                database.query(
                        "select count(*) from unnest(:ids) id where id = any (:ids)"
                                + " and 'a' = any (:texts)",
                        query ->
                                query.bind("ids", SqlArray.uuids(ids))
                                        .bind("texts", SqlArray.texts(List.of("a")))
                                        .mapTo(Long.class)
                                        .one());
        assertThat(found).isEqualTo(2);
    }

    private static Parcel parcel(RowView row) {
        return new Parcel(
                row.getColumn("id", UUID.class),
                row.getColumn("sent_at", Instant.class),
                row.getColumn("contents", Json.column(new GenericType<Map<String, Integer>>() {})));
    }

    private void store(int pieces) {
        QuarkusTransaction.requiringNew().run(() -> entities.persist(new Stock(name, pieces)));
    }

    private int pieces() {
        return database.query(PIECES, query -> query.bind("name", name).mapTo(Integer.class).one());
    }
}

package dev.steward.backlog.imports;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;

/// The keys of items in other tools.
@ApplicationScoped
class ExternalKeys {

    /// One look-up per key (`offset 0` enforces it), whatever PostgreSQL expects.
    private static final String FIND =
            """
            select k.external_key, k.item_id from unnest(:keys) as named (key) cross join lateral (
                select external_key, item_id from item_external_key
                where product_id = :product and system = :system and external_key = named.key offset 0) k
            """;

    private static final String ADD =
            """
            insert into item_external_key (product_id, system, external_key, item_id)
            select :product, :system, key, item from unnest(:keys, :items) as n (key, item)
            """;

    private final Database database;

    ExternalKeys(Database database) {
        this.database = database;
    }

    /// Item ids of those keys that are known.
    Map<String, UUID> known(ImportJob job, List<String> keys) {
        return database.query(
                FIND,
                query ->
                        query.bind("product", job.productId())
                                .bind("system", job.system())
                                .bind("keys", SqlArray.texts(keys))
                                .setMapKeyColumn("external_key")
                                .setMapValueColumn("item_id")
                                .collectInto(new GenericType<Map<String, UUID>>() {}));
    }

    void add(ImportJob job, Map<String, UUID> items) {
        if (items.isEmpty()) {
            return;
        }
        database.update(
                ADD,
                update ->
                        update.bind("product", job.productId())
                                .bind("system", job.system())
                                .bind("keys", SqlArray.texts(items.keySet()))
                                .bind("items", SqlArray.uuids(items.values())));
    }
}

package dev.steward.backlog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/// The keys of items in other tools.
@ApplicationScoped
class ExternalKeys {

    /// One look-up per key (`offset 0` enforces it), whatever PostgreSQL expects.
    private static final String FIND =
            """
            select k.external_key as key, k.item_id as item
            from jsonb_array_elements_text(cast(:keys as jsonb)) as named (key) cross join lateral (
                select external_key, item_id from item_external_key
                where product_id = :product and system = :system and external_key = named.key offset 0) k
            """;

    private static final String ADD =
            """
            insert into item_external_key (product_id, system, external_key, item_id)
            select :product, :system, key, cast(item as uuid)
            from jsonb_each_text(cast(:items as jsonb)) as r (key, item)
            """;

    private final Session database;
    private final ObjectMapper json;

    ExternalKeys(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Item ids of those keys that are known.
    Map<String, UUID> known(ImportJob job, List<String> keys) {
        return database
                .createNativeQuery(FIND, Tuple.class)
                .setParameter("product", job.productId())
                .setParameter("system", job.system())
                .setParameter("keys", write(keys))
                .getResultList()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> row.get("key", String.class),
                                row -> row.get("item", UUID.class)));
    }

    void add(ImportJob job, Map<String, UUID> items) {
        if (items.isEmpty()) {
            return;
        }
        database.createNativeQuery(ADD)
                .setParameter("product", job.productId())
                .setParameter("system", job.system())
                .setParameter("items", write(items))
                .executeUpdate();
    }

    private String write(Object keys) {
        try {
            return json.writeValueAsString(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written as JSON", e);
        }
    }
}

package dev.steward.sprint.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads the items that are known here, from their events.
@ApplicationScoped
public class Items {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final String COLUMNS =
            "select id, product_id, key, title, status, estimate, open_criteria, epoch, version"
                    + " from item where not deleted and ";
    private static final String BY_ID = COLUMNS + "id = cast(?1 as uuid)";
    private static final String BY_IDS = COLUMNS + "id = any (cast(?1 as uuid[])) order by id";
    private static final String BY_KEY = COLUMNS + "key = ?1 order by id desc limit 1";

    /// Shared row locks: no event changes the items until the transaction ends.
    private static final String LOCKED =
            COLUMNS
                    + """
                    product_id = ?1 and (id = any (cast(?2 as uuid[])) or key = any (cast(?3 as text[])))
                    order by id for share
                    """;

    private final EntityManager database;

    Items(EntityManager database) {
        this.database = database;
    }

    /// @param reference id or key
    public Item get(String reference) {
        return read(isId(reference) ? BY_ID : BY_KEY, reference).stream()
                .findFirst()
                .orElseThrow(ItemNotFound::new);
    }

    /// The known ones of these items, in one statement.
    public List<Item> findAll(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : read(BY_IDS, (Object) texts(ids));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /// One item, locked so that no event changes it until the transaction ends.
    public Item lockShared(UUID productId, UUID id) {
        return lockShared(productId, List.of(id.toString())).getFirst();
    }

    /// Items, each once, in the order of their ids, locked so that no event changes them until the
    /// transaction ends.
    ///
    /// @param references ids or keys
    /// @throws ItemNotFound naming the first one that does not exist
    public List<Item> lockShared(UUID productId, Collection<String> references) {
        var ids = references.stream().filter(Items::isId).toList();
        var keys = references.stream().filter(reference -> !isId(reference)).toList();
        var found =
                read(LOCKED, productId, ids.toArray(new String[0]), keys.toArray(new String[0]));
        requireAll(references, found);
        return found;
    }

    /// Items by id and by key: a request may refer to an item by either.
    public static Map<String, Item> byReference(Collection<Item> items) {
        Map<String, Item> get = new HashMap<>();
        items.forEach(item -> {
            get.put(item.id().toString(), item);
            get.put(item.key(), item);
        });
        return get;
    }

    /// The form in which [#byReference] holds a reference: ids in lower case, keys unchanged.
    public static String canonical(String reference) {
        return isId(reference) ? reference.toLowerCase(Locale.ROOT) : reference;
    }

    private static void requireAll(Collection<String> references, List<Item> found) {
        var known = byReference(found);
        references.stream()
                .filter(reference -> !known.containsKey(canonical(reference)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ItemNotFound(unknown);
                });
    }

    private static boolean isId(String reference) {
        return ID.matcher(reference).matches();
    }

    private List<Item> read(String sql, Object... parameters) {
        var query = database.createNativeQuery(sql, Tuple.class);
        for (var i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).map(Items::item).toList();
    }

    private static Item item(Tuple row) {
        return new Item(
                row.get("id", UUID.class),
                row.get("product_id", UUID.class),
                row.get("key", String.class),
                row.get("title", String.class),
                row.get("status", String.class),
                row.get("estimate", BigDecimal.class),
                row.get("open_criteria", Number.class).intValue(),
                row.get("epoch", Number.class).intValue(),
                row.get("version", Number.class).longValue());
    }
}

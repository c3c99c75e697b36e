package dev.steward.sprint.item;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.result.RowView;

/// Reads the items that are known here, from their events.
@ApplicationScoped
public class Items {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final String COLUMNS =
            "select id, product_id, key, title, status, estimate, open_criteria, epoch, version"
                    + " from item where not deleted and ";
    private static final String BY_ID = COLUMNS + "id = cast(:reference as uuid)";
    private static final String BY_IDS = COLUMNS + "id = any (:ids) order by id";
    private static final String BY_KEY = COLUMNS + "key = :reference order by id desc limit 1";

    /// Shared row locks: no event changes the items until the transaction ends.
    private static final String LOCKED =
            COLUMNS
                    + """
                    product_id = :product and (id = any (:ids) or key = any (:keys))
                    order by id for share
                    """;

    private final Database database;

    Items(Database database) {
        this.database = database;
    }

    /// @param reference id or key
    public Item get(String reference) {
        return database.query(
                        isId(reference) ? BY_ID : BY_KEY,
                        query -> query.bind("reference", reference).map(Items::item).findOne())
                .orElseThrow(ItemNotFound::new);
    }

    /// The known ones of these items, in one statement.
    public List<Item> findAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.query(
                        BY_IDS,
                        query -> query.bind("ids", SqlArray.uuids(ids)).map(Items::item).list());
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
        var ids = references.stream().filter(Items::isId).map(UUID::fromString).toList();
        var keys = references.stream().filter(reference -> !isId(reference)).toList();
        var found =
                database.query(
                        LOCKED,
                        query ->
                                query.bind("product", productId)
                                        .bind("ids", SqlArray.uuids(ids))
                                        .bind("keys", SqlArray.texts(keys))
                                        .map(Items::item)
                                        .list());
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

    private static Item item(RowView row) {
        return new Item(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("key", String.class),
                row.getColumn("title", String.class),
                row.getColumn("status", String.class),
                row.getColumn("estimate", BigDecimal.class),
                row.getColumn("open_criteria", Integer.class),
                row.getColumn("epoch", Integer.class),
                row.getColumn("version", Long.class));
    }
}

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

/// The items that have arrived here.
@ApplicationScoped
public class Items {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final String COLUMNS =
            "select id, product_id, key, title, status, estimate, open_criteria, epoch, version"
                    + " from item where not deleted and ";
    private static final String BY_ID = COLUMNS + "id = cast(?1 as uuid)";
    private static final String KNOWN = COLUMNS + "id = any (cast(?1 as uuid[])) order by id";
    private static final String BY_KEY = COLUMNS + "key = ?1 order by id desc limit 1";

    /// Nobody's event changes them until the transaction ends.
    private static final String HELD =
            COLUMNS
                    + """
                    product_id = ?1 and (id = any (cast(?2 as uuid[])) or key = any (cast(?3 as text[])))
                    order by id for share
                    """;

    private final EntityManager database;

    Items(EntityManager database) {
        this.database = database;
    }

    /// @param name its id or key
    public Item named(String name) {
        return read(isId(name) ? BY_ID : BY_KEY, name).stream()
                .findFirst()
                .orElseThrow(ItemNotFound::new);
    }

    /// Those of the ids that have arrived, in one statement.
    public List<Item> known(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : read(KNOWN, (Object) texts(ids));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /// One item that stays as it is until the transaction ends.
    public Item held(UUID productId, UUID id) {
        return held(productId, List.of(id.toString())).getFirst();
    }

    /// Items that stay as they are until the transaction ends, each once, in the order of their
    /// ids.
    ///
    /// @param names ids or keys
    /// @throws ItemNotFound naming the first that is not there
    public List<Item> held(UUID productId, Collection<String> names) {
        var ids = names.stream().filter(Items::isId).toList();
        var keys = names.stream().filter(name -> !isId(name)).toList();
        var found = read(HELD, productId, ids.toArray(new String[0]), keys.toArray(new String[0]));
        requireAll(names, found);
        return found;
    }

    /// An item may be named by its id and by its key.
    public static Map<String, Item> byName(Collection<Item> items) {
        Map<String, Item> named = new HashMap<>();
        items.forEach(item -> {
            named.put(item.id().toString(), item);
            named.put(item.key(), item);
        });
        return named;
    }

    /// As [#byName] has it: ids in lower case.
    public static String canonical(String name) {
        return isId(name) ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static void requireAll(Collection<String> names, List<Item> found) {
        var known = byName(found);
        names.stream()
                .filter(name -> !known.containsKey(canonical(name)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ItemNotFound(unknown);
                });
    }

    private static boolean isId(String name) {
        return ID.matcher(name).matches();
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

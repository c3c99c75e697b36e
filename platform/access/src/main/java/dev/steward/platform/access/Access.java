package dev.steward.platform.access;

import dev.steward.platform.database.Database;
import dev.steward.platform.web.body.CheckedRights;
import dev.steward.platform.web.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The role check. Reads the service's own tables `product (id, key)` and `membership (product_id,
/// subject, roles, deleted)`: projections, or in backlog-service the originals.
@ApplicationScoped
public class Access {

    private static final String GRANT =
            """
            select p.id, p.key, m.roles from product p
            join membership m on m.product_id = p.id and m.subject = :subject and not m.deleted
            where not p.deleted and %s
            """;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String BY_ID = GRANT.formatted("p.id = :product");
    private static final String BY_KEY = GRANT.formatted("p.key = :product");

    private final Database database;
    private final Caller caller;
    private final CheckedRights rights;

    Access(Database database, Caller caller, CheckedRights rights) {
        this.database = database;
        this.caller = caller;
        this.rights = rights;
    }

    /// What the caller is in a product.
    ///
    /// @param product its id or key
    /// @throws ProductNotFound also when the caller has no role in it
    public Grant to(String product) {
        var id = id(product);
        // PostgreSQL takes no NUL in a text: what cannot be a key is not looked for.
        var known =
                id != null
                        ? find(BY_ID, id)
                        : KEY.matcher(product).matches()
                                ? find(BY_KEY, product)
                                : Optional.<Grant>empty();
        return known.orElseThrow(ProductNotFound::new);
    }

    /// What the caller is in the product of a record; `hidden` is thrown where the record must look
    /// as if it did not exist.
    public Grant to(UUID productId, Supplier<? extends NotFound> hidden) {
        return find(BY_ID, productId).orElseThrow(hidden);
    }

    private Optional<Grant> find(String sql, Object product) {
        return database.query(
                sql,
                query ->
                        query.bind("subject", caller.subject())
                                .bind("product", product)
                                .map(this::grant)
                                .findOne());
    }

    private Grant grant(ResultSet row, StatementContext context) throws SQLException {
        rights.checked();
        return new Grant(
                row.getObject("id", UUID.class),
                row.getString("key"),
                roles(row.getArray("roles")),
                caller.provenance());
    }

    private static Set<Role> roles(Array names) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) names.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    private static @Nullable UUID id(String product) {
        try {
            return product.length() == 36 ? UUID.fromString(product) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

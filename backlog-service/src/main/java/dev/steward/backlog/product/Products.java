package dev.steward.backlog.product;

import dev.steward.platform.access.ProductNotFound;
import dev.steward.platform.access.Role;
import dev.steward.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Repository of products.
@ApplicationScoped
public class Products implements PanacheRepositoryBase<Product, UUID> {

    private static final String OF_A_PERSON =
            """
            select p.id, p.key, p.name, p.description, p.status, p.version, p.createdAt, m.roles
            from Membership m join Product p on p.id = m.productId
            where m.subject = :subject and not m.deleted and not p.deleted and p.key > :after
            order by p.key
            """;

    private final Database database;

    Products(Database database) {
        this.database = database;
    }

    /// A product in the list of one of its members.
    public record OfPerson(
            UUID id,
            String key,
            String name,
            @Nullable String description,
            ProductStatus status,
            long version,
            Instant createdAt,
            List<String> roleNames) {

        public Set<Role> roles() {
            var roles = EnumSet.noneOf(Role.class);
            roleNames.stream().map(Role::valueOf).forEach(roles::add);
            return roles;
        }
    }

    /// The products that a person is a member of, by key.
    ///
    /// @param after last key of the page before; empty for the first page
    public List<OfPerson> ofPerson(String subject, String after, int limit) {
        return getEntityManager()
                .createQuery(OF_A_PERSON, OfPerson.class)
                .setParameter("subject", subject)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /// For callers that may know of any product.
    ///
    /// @param name id or key
    Product named(String name) {
        return find("(cast(id as string) = ?1 or key = ?1) and not deleted", name)
                .firstResultOptional()
                .orElseThrow(ProductNotFound::new);
    }

    boolean isTaken(String key) {
        return count("key", key) > 0;
    }

    /// Locked until the transaction ends.
    Product locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(product -> !product.isDeleted())
                .orElseThrow(ProductNotFound::new);
    }

    /// Makes the numbers of its items start at 1.
    void beginItemNumbers(UUID id) {
        database.query(
                "select begin_item_numbers(:product)",
                query -> query.bind("product", id).mapTo(String.class).one());
    }
}

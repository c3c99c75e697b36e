package dev.steward.feedback.source.caller;

import dev.steward.feedback.source.SourceKeys;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Caller;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.ProductNotFound;
import dev.steward.platform.database.Database;
import dev.steward.platform.web.body.CheckedRights;
import dev.steward.platform.web.problem.NotFound;
import dev.steward.platform.web.request.WrittenVersions;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.function.Supplier;

/// Finds out who calls and what they may do in a product.
@RequestScoped
public class ApiCallers {

    private static final String IS_PRODUCT =
            "select 1 from product where id = :id and not deleted and (id::text = :product or key = :product)";

    private final SecurityIdentity identity;
    private final Access access;
    private final Caller caller;
    private final Database database;
    private final WrittenVersions written;
    private final CheckedRights rights;

    ApiCallers(
            SecurityIdentity identity,
            Access access,
            Caller caller,
            Database database,
            WrittenVersions written,
            CheckedRights rights) {
        this.identity = identity;
        this.access = access;
        this.caller = caller;
        this.database = database;
        this.written = written;
        this.rights = rights;
    }

    /// @param product its id or key
    /// @throws ProductNotFound also for somebody without a role in it and for a key of another
    ///   product
    public ApiCaller to(String product) {
        var key = SourceKeyIdentityProvider.of(identity);
        if (key.isEmpty()) {
            return member(access.to(product));
        }
        if (!isProduct(key.get().source().productId(), product)) {
            throw new ProductNotFound();
        }
        return key(key.get());
    }

    /// For an operation on one record.
    ///
    /// @param hidden is thrown when the caller may not know that the record exists
    public ApiCaller to(UUID productId, Supplier<? extends NotFound> hidden) {
        var key = SourceKeyIdentityProvider.of(identity);
        if (key.isEmpty()) {
            return member(access.to(productId, hidden));
        }
        if (!key.get().source().productId().equals(productId)
                || !isProduct(productId, productId.toString())) {
            throw hidden.get();
        }
        return key(key.get());
    }

    private boolean isProduct(UUID id, String product) {
        return database.query(
                IS_PRODUCT,
                query ->
                        query.bind("id", id)
                                .bind("product", product)
                                .mapTo(Integer.class)
                                .findOne()
                                .isPresent());
    }

    private ApiCaller member(Grant grant) {
        return new ApiCaller.Member(
                grant, caller.claim("name").orElse(null), caller.claim("email").orElse(null));
    }

    /// A key calls no other service, and the versions of what it wrote would show which items its
    /// entries are linked to.
    private ApiCaller key(SourceKeys.AuthenticatedKey key) {
        written.withhold();
        rights.checked();
        return new ApiCaller.Key(key.source(), key.keyId(), caller.provenance());
    }
}

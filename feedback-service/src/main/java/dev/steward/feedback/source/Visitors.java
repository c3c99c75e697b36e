package dev.steward.feedback.source;

import dev.steward.feedback.database.Statements;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Caller;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.ProductNotFound;
import dev.steward.platform.web.NotFound;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.function.Supplier;

/// Tells who is at the door.
@RequestScoped
public class Visitors {

    private static final String IS_PRODUCT =
            "select 1 from product where id = ? and not deleted and (id::text = ? or key = ?)";

    private final SecurityIdentity identity;
    private final Access access;
    private final Caller caller;
    private final Statements statements;

    Visitors(SecurityIdentity identity, Access access, Caller caller, Statements statements) {
        this.identity = identity;
        this.access = access;
        this.caller = caller;
        this.statements = statements;
    }

    /// @param product its id or key
    /// @throws ProductNotFound also for a member of none and for the key of another product
    public Visitor to(String product) {
        var source = SourceKeyIdentity.of(identity);
        if (source.isEmpty()) {
            return member(access.to(product));
        }
        if (!isProduct(source.get().productId(), product)) {
            throw new ProductNotFound();
        }
        return key(source.get());
    }

    /// At the door of a record; `hidden` is thrown where it must look as if it did not exist.
    public Visitor to(UUID productId, Supplier<? extends NotFound> hidden) {
        var source = SourceKeyIdentity.of(identity);
        if (source.isEmpty()) {
            return member(access.to(productId, hidden));
        }
        if (!source.get().productId().equals(productId)
                || !isProduct(productId, productId.toString())) {
            throw hidden.get();
        }
        return key(source.get());
    }

    private boolean isProduct(UUID id, String product) {
        return statements.first(IS_PRODUCT, _ -> true, id, product, product).isPresent();
    }

    private Visitor member(Grant grant) {
        return new Visitor.Member(
                grant, caller.claim("name").orElse(null), caller.claim("email").orElse(null));
    }

    private Visitor key(Source source) {
        return new Visitor.Key(source, caller.provenance());
    }
}

package dev.steward.backlog.product;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Caller;
import dev.steward.platform.access.Right;
import dev.steward.platform.access.Role;
import dev.steward.platform.web.body.CheckedRights;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;

/// Checks who may change the members of a product.
@RequestScoped
class MembershipRights {

    private final Access access;
    private final Caller caller;
    private final Products products;
    private final CheckedRights rights;

    MembershipRights(Access access, Caller caller, Products products, CheckedRights rights) {
        this.access = access;
        this.caller = caller;
        this.products = products;
        this.rights = rights;
    }

    /// Checked before the roles in the request are known.
    void checkMayAssign(String product) {
        if (caller.isAdmin()) {
            rights.checked();
        } else {
            access.to(product).require(Right.ADMINISTER);
        }
    }

    /// Finds the product and checks that the caller may assign these roles. An administrator of the
    /// platform may name an owner in any product, because an owner can become unavailable.
    UUID productFor(String product, Set<Role> roles) {
        return caller.isAdmin() && roles.contains(Role.OWNER)
                ? products.named(product).id()
                : access.to(product).require(Right.ADMINISTER).productId();
    }
}

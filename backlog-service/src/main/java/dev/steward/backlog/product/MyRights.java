package dev.steward.backlog.product;

import dev.steward.platform.access.Level;
import dev.steward.platform.access.Right;
import dev.steward.platform.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The caller's roles and rights in a product, so that a user interface need not know the table of
/// rights.
public record MyRights(
        @Schema(description = "The caller's roles in the product.") Set<Role> roles,
        @Schema(description = "Actions that the caller may carry out.") List<Right> rights,
        @Schema(description = "Actions that the caller may only propose, not carry out.")
                List<Right> mayPropose,
        @Schema(
                        description =
                                "Areas that the caller sees in full, whether or not the caller may"
                                        + " change them.")
                List<Right> mayRead) {

    public static MyRights of(Set<Role> roles) {
        return new MyRights(
                roles,
                where(right -> right.of(roles).compareTo(Level.WRITE) >= 0),
                where(right -> right.of(roles) == Level.PROPOSE),
                where(right -> right.of(roles).compareTo(Level.READ) >= 0));
    }

    private static List<Right> where(Predicate<Right> holds) {
        return Arrays.stream(Right.values()).filter(holds).toList();
    }
}

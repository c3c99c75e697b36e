package dev.steward.backlog.product;

import dev.steward.platform.access.Level;
import dev.steward.platform.access.Right;
import dev.steward.platform.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What the caller is in a product and may do there, so that a UI need not know the table of
/// rights.
///
/// @param rights what the caller may do
/// @param mayPropose what the caller may only propose
/// @param mayRead what the caller sees all of, whether or not more is allowed
public record MyRights(
        Set<Role> roles, List<Right> rights, List<Right> mayPropose, List<Right> mayRead) {

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

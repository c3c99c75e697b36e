/// Products, their members and the members' roles. Other services receive the roles as membership
/// events. A product has exactly one owner at any time.
@NullMarked
package dev.steward.backlog.product;

import org.jspecify.annotations.NullMarked;

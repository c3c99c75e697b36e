/// The caller: the person of the access token, and their roles in their products.
@NullMarked
package dev.steward.backlog.me;

import org.jspecify.annotations.NullMarked;

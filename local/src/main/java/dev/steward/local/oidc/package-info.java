/// An OpenID Connect provider with the people of the examples, who log in without a password.
@NullMarked
package dev.steward.local.oidc;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.steward.local.oidc;

import org.jspecify.annotations.NullMarked;

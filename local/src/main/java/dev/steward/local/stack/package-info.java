/// Database, broker, identity provider and mailbox together, shared by all test runs of a build.
@NullMarked
package dev.steward.local.stack;

import org.jspecify.annotations.NullMarked;

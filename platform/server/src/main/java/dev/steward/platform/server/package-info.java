/// What the server of each application has, the gateway's too: connections that are bounded, and
/// logs of one line a record.
@NullMarked
package dev.steward.platform.server;

import org.jspecify.annotations.NullMarked;

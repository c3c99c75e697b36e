/// Tests over the packaged applications: journeys through the gateway, the authorization matrix,
/// the documents, and faults. They know Steward only from outside.
@NullMarked
package dev.steward.system;

import org.jspecify.annotations.NullMarked;

/// What is deployed agrees with what was built: names, ports and variables of compose and
/// Kubernetes against the applications' own settings. Only files are read; nothing is started.
@NullMarked
package dev.steward.system.deployment;

import org.jspecify.annotations.NullMarked;

/// Where feedback comes from: sources, their keys and scopes, and who stands at a door that members
/// and keys may both enter.
@NullMarked
package dev.steward.feedback.source;

import org.jspecify.annotations.NullMarked;

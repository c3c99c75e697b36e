/// What all operations of the API have in common, put into every service's OpenAPI document when it
/// is built: problem answers, conditional and idempotency headers, security schemes, examples. So a
/// resource documents only what is its own, and the gateway finds the same components in every
/// document.
@NullMarked
package dev.steward.platform.web.openapi;

import org.jspecify.annotations.NullMarked;

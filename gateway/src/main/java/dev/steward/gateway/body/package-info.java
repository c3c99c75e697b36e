/// Buffers the bodies of requests and responses while one side is slower than the other: partly in
/// memory, the rest on disk, both limited.
@NullMarked
package dev.steward.gateway.body;

import org.jspecify.annotations.NullMarked;

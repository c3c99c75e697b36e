@NullMarked
package dev.steward.local.kafka;

import org.jspecify.annotations.NullMarked;

/// Which topics there are, and what follows when Kafka has lost one or a part of its log.
@NullMarked
package dev.steward.platform.messaging.topic;

import org.jspecify.annotations.NullMarked;

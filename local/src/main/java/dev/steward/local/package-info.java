/// The whole of Steward on one machine, without containers: a real PostgreSQL, a real Kafka broker
/// and an OIDC issuer with seeded people, all on loopback; the supervisor that runs the packaged
/// applications on top of them; and the one stack that all tests of a build share.
///
/// Plain Java, no framework: tests load it beside Quarkus, and `./steward up` must start fast.
@NullMarked
package dev.steward.local;

import org.jspecify.annotations.NullMarked;

/// What Steward costs and how fast it is, side by side with what the machine could do at best:
/// PostgreSQL's pgbench with the statements that the services really send, nginx, Kafka's own
/// clients, a bare server. Each figure is a [dev.steward.bench.figure.Figure]; `./steward bench`
/// runs them.
@NullMarked
package dev.steward.bench;

import org.jspecify.annotations.NullMarked;

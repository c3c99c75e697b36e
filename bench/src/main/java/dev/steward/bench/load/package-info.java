/// What load comes from, and what the applications are compared with: pgbench, nginx, Kafka itself.
@NullMarked
package dev.steward.bench.load;

import org.jspecify.annotations.NullMarked;

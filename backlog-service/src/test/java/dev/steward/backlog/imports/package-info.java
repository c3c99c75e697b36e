@org.jspecify.annotations.NullMarked
package dev.steward.backlog.imports;

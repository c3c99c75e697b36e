/// What is true of every request: its id and trace, its parameters, its share of the memory, the
/// versions it wrote.
@NullMarked
package dev.steward.platform.web.request;

import org.jspecify.annotations.NullMarked;

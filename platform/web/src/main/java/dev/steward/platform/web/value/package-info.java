/// What a value must be to come in, whichever door it uses: JSON, CSV, query or path. Text, dates,
/// instants, numbers and ids are read here and nowhere else.
@NullMarked
package dev.steward.platform.web.value;

import org.jspecify.annotations.NullMarked;

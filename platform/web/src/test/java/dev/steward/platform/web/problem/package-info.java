@NullMarked
package dev.steward.platform.web.problem;

import org.jspecify.annotations.NullMarked;

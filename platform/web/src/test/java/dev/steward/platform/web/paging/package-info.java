@NullMarked
package dev.steward.platform.web.paging;

import org.jspecify.annotations.NullMarked;

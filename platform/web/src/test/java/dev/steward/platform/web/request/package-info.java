@NullMarked
package dev.steward.platform.web.request;

import org.jspecify.annotations.NullMarked;

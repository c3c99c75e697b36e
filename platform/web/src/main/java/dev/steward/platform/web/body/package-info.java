/// Bodies: how large they may be, when they are read, and what is a valid one.
@NullMarked
package dev.steward.platform.web.body;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.steward.backlog.imports.upload;

import org.jspecify.annotations.NullMarked;

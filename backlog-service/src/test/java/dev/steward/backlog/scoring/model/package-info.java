@NullMarked
package dev.steward.backlog.scoring.model;

import org.jspecify.annotations.NullMarked;

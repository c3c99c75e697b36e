/// The formulas: a weighted mean of chosen factors, WSJF and RICE. A model turns the inputs of an
/// item into a score, with the part of each factor; it reads and stores nothing.
@NullMarked
package dev.steward.backlog.scoring.model;

import org.jspecify.annotations.NullMarked;

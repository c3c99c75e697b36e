/// Feedback, votes, customers and demand. Turns feedback and votes into demand per item, and keeps
/// personal data in one place. Products, members and items arrive from backlog-service as events.
@NullMarked
package dev.steward.feedback;

import org.jspecify.annotations.NullMarked;

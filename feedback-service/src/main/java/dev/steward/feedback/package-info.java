/// Customers, what they ask for, and how much of it. It turns feedback and votes into demand per
/// item and keeps personal data in one place. Products, members and items arrive from
/// backlog-service.
@NullMarked
package dev.steward.feedback;

import org.jspecify.annotations.NullMarked;

/// Who may do what in a product: roles, rights, and the one check of them. The only domain words in
/// the platform, because every service must give the same answer.
@NullMarked
package dev.steward.platform.access;

import org.jspecify.annotations.NullMarked;

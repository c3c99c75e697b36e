package dev.steward.feedback.source;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An operation that a source key may call. Every other answers a live key with 403. The
/// operation's OpenAPI security says the same: `sourceKey` beside `oidc`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SourceKeyAllowed {}

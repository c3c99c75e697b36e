package dev.steward.feedback.source.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an operation that a source key may call. All others answer a key with 403. The OpenAPI
/// security of the operation must say the same: `sourceKey` beside `oidc`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SourceKeyAllowed {}

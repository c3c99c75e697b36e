package dev.steward.platform.web.conditional;

/// What is shown of a resource, with the ETag of what is shown.
public interface Tagged {

    String etag();
}

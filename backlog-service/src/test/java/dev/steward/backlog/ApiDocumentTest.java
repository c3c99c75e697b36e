package dev.steward.backlog;

import dev.steward.platform.testing.ApiDocument;
import dev.steward.platform.testing.MalformedIds;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// Needs the annotation: the document is a result of the application's build.
@QuarkusTest
class ApiDocumentTest {

    @Test
    void nothingIsMissingInTheDocument() {
        ApiDocument.check("backlog");
    }

    @Test
    void aMalformedIdIsNotFound() {
        MalformedIds.check("backlog");
    }
}

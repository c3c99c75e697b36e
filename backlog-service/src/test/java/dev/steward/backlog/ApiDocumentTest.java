package dev.steward.backlog;

import dev.steward.platform.testing.ApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// Needs the annotation: the document is a result of the application's build.
@QuarkusTest
class ApiDocumentTest {

    @Test
    void nothingIsMissingInTheDocument() {
        ApiDocument.check("backlog");
    }
}

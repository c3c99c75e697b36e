package dev.steward.feedback;

import dev.steward.platform.testing.ApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// The document comes out of the application's build, which is what this annotation is for.
@QuarkusTest
class ApiDocumentTest {

    @Test
    void nothingIsMissingInTheDocument() {
        ApiDocument.check("feedback");
    }
}

package dev.steward.feedback;

import dev.steward.platform.testing.ApiDocument;
import dev.steward.platform.testing.MalformedIds;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// The document comes out of the application's build, which is what this annotation is for.
@QuarkusTest
class ApiDocumentTest {

    @Test
    void nothingIsMissingInTheDocument() {
        ApiDocument.check("feedback");
    }

    @Test
    void aMalformedIdIsNotFound() {
        MalformedIds.check("feedback");
    }
}

package dev.steward.sprint;

import dev.steward.platform.testing.ApiDocument;
import dev.steward.platform.testing.MalformedIds;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// Needs the build of the application, which writes the document: hence the annotation.
@QuarkusTest
class ApiDocumentTest {

    @Test
    void nothingIsMissingInTheDocument() {
        ApiDocument.check("sprint");
    }

    @Test
    void aMalformedIdIsNotFound() {
        MalformedIds.check("sprint");
    }
}

package dev.steward.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// contracts/openapi/steward.json equals the merge of its parts, so that a change of the API is
/// seen in review. To rewrite it: `./mvnw test -pl gateway -Dtest=CommittedDocumentTest
/// -Dsteward.openapi.update`
class CommittedDocumentTest {

    @Test
    void isTheMergeOfTheCommittedParts() throws IOException {
        var merged = MergeDocuments.merge(TestDocument.own(), TestDocument.contracts());
        if (System.getProperty("steward.openapi.update") != null) {
            MergeDocuments.write(merged, TestDocument.contracts());
        }
        assertThat(Files.readString(TestDocument.contracts().resolve("steward.json")))
                .as("run with -Dsteward.openapi.update to write it anew")
                .isEqualTo(MergeDocuments.json(merged));
    }

    @Test
    void everyTagIsDescribed() {
        var merged = MergeDocuments.merge(TestDocument.own(), TestDocument.contracts());
        assertThat(merged.at("/tags"))
                .isNotEmpty()
                .allSatisfy(tag -> assertThat(tag.has("description")).as("%s", tag).isTrue());
    }
}

package dev.steward.backlog.imports;

import dev.steward.backlog.Api;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Files as people send them.
final class Files {

    private Files() {}

    static Response send(String person, UUID product, String query, String file) {
        return Api.as(person)
                .request()
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post("/api/v1/products/" + product + "/imports" + query);
    }

    /// @return the import's id
    static UUID sent(String person, UUID product, String query, String file) {
        var answer = send(person, product, query, file);
        answer.then().statusCode(202);
        return UUID.fromString(answer.path("id"));
    }

    /// Titles end with the number of their row.
    static String ofRows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "OLD-%d,Row %d,%d".formatted(i, i, i % 13 + 1))
                .collect(Collectors.joining("\n", "Issue key,Summary,Story Points\n", "\n"));
    }
}

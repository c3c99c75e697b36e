package dev.steward.sprint.board;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.Representation;
import dev.steward.sprint.sprint.SprintFrame;
import dev.steward.sprint.work.WorkStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A board in an answer.
@Schema(name = "SprintBoard")
record BoardView(SprintFrame sprint, List<Column> columns) {

    private static final List<WorkStatus> COLUMNS =
            List.of(WorkStatus.SELECTED, WorkStatus.IN_PROGRESS, WorkStatus.DONE);

    @Schema(name = "BoardColumn")
    record Column(WorkStatus status, BigDecimal points, List<Card> items) {

        static Column of(WorkStatus status, List<Card> cards) {
            var points = cards.stream().map(Card::points).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Column(status, points, cards);
        }
    }

    static BoardView of(SprintFrame sprint, List<Boards.Row> rows, Map<String, Person> people) {
        var byStatus =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> WorkStatus.valueOf(row.status()),
                                        Collectors.mapping(
                                                row -> row.card(personOf(row, people)),
                                                Collectors.toList())));
        return new BoardView(
                sprint,
                COLUMNS.stream()
                        .map(status -> Column.of(status, byStatus.getOrDefault(status, List.of())))
                        .toList());
    }

    private static @Nullable Person personOf(Boards.Row row, Map<String, Person> people) {
        var assignee = row.assignee();
        return assignee == null ? null : people.get(assignee);
    }

    /// All of it is derived.
    String etag() {
        return Representation.etag(sprint.version(), toString());
    }
}

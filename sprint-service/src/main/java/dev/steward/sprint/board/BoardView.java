package dev.steward.sprint.board;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.sprint.sprint.SprintSummary;
import dev.steward.sprint.work.WorkStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The board of a sprint, as answers show it.
@Schema(name = "SprintBoard")
record BoardView(
        @Schema(description = "The sprint that the board shows.") SprintSummary sprint,
        @Schema(description = "Always three, in this order: SELECTED, IN_PROGRESS, DONE.")
                List<Column> columns) {

    private static final List<WorkStatus> COLUMNS =
            List.of(WorkStatus.SELECTED, WorkStatus.IN_PROGRESS, WorkStatus.DONE);

    @Schema(name = "BoardColumn")
    record Column(
            @Schema(description = "Status of the work on the items in this column.")
                    WorkStatus status,
            @Schema(description = "Sum of the estimates of the items in this column, in points.")
                    BigDecimal points,
            @Schema(
                            description =
                                    "The cards of this column, in the order in which the items entered the sprint. Empty when there are none.")
                    List<BoardCard> items) {

        static Column of(WorkStatus status, List<BoardCard> cards) {
            var points =
                    cards.stream().map(BoardCard::points).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Column(status, points, cards);
        }
    }

    static BoardView of(
            SprintSummary sprint, List<BoardQuery.CardRow> rows, Map<String, Person> people) {
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

    private static @Nullable Person personOf(BoardQuery.CardRow row, Map<String, Person> people) {
        var assignee = row.assignee();
        return assignee == null ? null : people.get(assignee);
    }

    /// A hash of the whole board: everything in it is derived, so the version alone does not tell.
    String etag() {
        return Representation.etag(sprint.version(), toString());
    }
}

package dev.steward.backlog.order.proposal;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/// Reads the order of a product into memory, a few thousand rows at a time.
@ApplicationScoped
class CurrentOrderQuery {

    private static final int ROWS_AT_ONCE = 2_000;

    /// A score counts only when half of the model's inputs are known.
    private static final String ALL =
            """
            select r.item_id, r.rank, i.status not in ('DROPPED', 'DUPLICATE') as open,
                case when s.coverage >= 0.5 then s.score end as score
            from item_rank r join item i on i.id = r.item_id left join item_score s on s.item_id = r.item_id
            where r.product_id = :product order by r.rank
            """;

    private final Database database;

    CurrentOrderQuery(Database database) {
        this.database = database;
    }

    /// Needs a transaction: without one the driver would hold all rows in memory.
    ///
    /// @throws CancellationException when the thread was interrupted
    CurrentOrder read(UUID productId) {
        return database.query(
                        ALL,
                        query ->
                                query.bind("product", productId)
                                        .setFetchSize(ROWS_AT_ONCE)
                                        .reduceResultSet(
                                                new CurrentOrder.Builder(),
                                                (order, row, _) -> add(order, row)))
                .build();
    }

    private static CurrentOrder.Builder add(CurrentOrder.Builder order, ResultSet row)
            throws SQLException {
        var id = row.getObject("item_id", UUID.class);
        if (row.getBoolean("open")) {
            order.add(id, row.getString("rank"), row.getBigDecimal("score"));
        } else {
            order.addDropped(id, row.getString("rank"));
        }
        if (row.getRow() % ROWS_AT_ONCE == 0) {
            ProposalExecutor.checkNotCancelled();
        }
        return order;
    }
}

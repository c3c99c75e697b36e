package dev.steward.feedback.loop;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.steward.feedback.database.Statements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/// Deletes, in steps, what was needed only to create messages: the entries of an open loop, and the
/// people gathered for a stopped one, who are gathered again when it restarts. Deliveries, and who
/// was told of what, stay: they prevent telling somebody twice.
@ApplicationScoped
class LoopCleanup {

    private static final int AT_A_TIME = 2_000;

    private static final String DELETE_ENTRIES =
            """
            delete from loop_entry where (release_id, feedback_id) in (
                select e.release_id, e.feedback_id from loop o join loop_entry e on e.release_id = o.release_id
                where o.status in ('OPEN', 'SENDING') limit ? for update of e skip locked)
            """;
    private static final String DELETE_ASKERS =
            """
            delete from loop_asker where (release_id, contact_id, feedback_id) in (
                select a.release_id, a.contact_id, a.feedback_id from loop o join loop_asker a on a.release_id = o.release_id
                where o.status = 'STOPPED' limit ? for update of a skip locked)
            """;

    private final Statements statements;

    LoopCleanup(Statements statements) {
        this.statements = statements;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = SKIP)
    void forget() {
        forgetAll(DELETE_ENTRIES);
        forgetAll(DELETE_ASKERS);
    }

    private void forgetAll(String statement) {
        while (QuarkusTransaction.requiringNew()
                        .call(() -> statements.execute(statement, AT_A_TIME))
                == AT_A_TIME) {
            // Until none is left.
        }
    }
}

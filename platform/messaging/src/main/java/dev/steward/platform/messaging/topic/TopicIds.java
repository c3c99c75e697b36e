package dev.steward.platform.messaging.topic;

import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.consume.DeadLetterBox;
import dev.steward.platform.messaging.republish.Republish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which topics this service has read and published to, and what follows when one of them is
/// another. Each method takes what was known before Kafka was asked: of several instances that see
/// the change one acts, and none that was asleep turns it back.
@ApplicationScoped
public class TopicIds {

    private static final String PUBLISHED = "select topic_id from publisher";
    private static final String PUBLISH_TO =
            "update publisher set topic_id = :id where topic_id is not distinct from cast(:before as text)";

    private final Database database;
    private final TopicPositions positions;
    private final DeadLetterBox letters;
    private final Republish republish;

    TopicIds(Database database, DeadLetterBox letters, Republish republish) {
        this.database = database;
        this.positions = new TopicPositions(database);
        this.letters = letters;
        this.republish = republish;
    }

    /// Usually one; none when nothing of the topic was read yet.
    Set<String> read(String topic) {
        return positions.idsOf(topic);
    }

    /// What was read of another topic of that name is read from the beginning.
    ///
    /// @return whether it was another here
    @Transactional
    boolean readFrom(String topic, Set<String> before, String id) {
        var others = new HashSet<>(before);
        others.remove(id);
        if (others.isEmpty()) {
            positions.adopt(topic, id);
            return false;
        }
        if (positions.beginAnew(topic, others, id) == 0) {
            return false;
        }
        letters.setAside(topic);
        return true;
    }

    /// Null before it was seen for the first time.
    @Nullable String published() {
        return database.query(PUBLISHED, query -> query.mapTo(String.class).one());
    }

    /// Whatever was acknowledged before is gone with the topic: everything is stated again. The
    /// very first topic lacks nothing, the outbox holds it all.
    ///
    /// @return whether it was another here
    @Transactional
    boolean publishTo(@Nullable String before, String id) {
        if (id.equals(before) || !replaced(before, id) || before == null) {
            return false;
        }
        republish.request(null);
        return true;
    }

    private boolean replaced(@Nullable String before, String id) {
        return database.update(PUBLISH_TO, update -> update.bind("id", id).bind("before", before))
                == 1;
    }
}

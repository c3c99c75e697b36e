package dev.steward.local.kafka;

import dev.steward.local.Logging;
import dev.steward.local.Port;
import dev.steward.local.ProcessNote;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Kafka as a process of its own. A broker that meets an error it cannot survive halts its JVM: in
/// the supervisor's JVM it would take the supervisor with it and leave everything else behind.
public final class KafkaMain {

    private KafkaMain() {}

    /// Arguments: the folder of the data, the port, the file that says "ready".
    public static void main(String[] arguments) throws InterruptedException {
        Logging.toOutput();
        var port = new Port("Kafka", "STEWARD_KAFKA_PORT", Integer.parseInt(arguments[1]));
        var server = KafkaServer.start(Path.of(arguments[0]), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-kafka"));
        readiness(Path.of(arguments[2])).write(ProcessHandle.current());
        new CountDownLatch(1).await();
    }

    /// An open port is not enough: the broker binds it before it serves.
    public static ProcessNote readiness(Path file) {
        return new ProcessNote(file);
    }
}

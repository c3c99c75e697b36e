package dev.steward.local.kafka;

import dev.steward.local.LocalFailure;
import dev.steward.local.Port;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A real Kafka broker, its own controller, in this JVM, on a folder that survives.
public final class KafkaServer implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final Port port;

    private KafkaServer(KafkaRaftServer server, Port port) {
        this.server = server;
        this.port = port;
    }

    /// Returns when the broker takes requests. Topics, records and committed offsets in the folder
    /// are those of the last run.
    public static KafkaServer start(Path folder, Port port) {
        port.requireFree();
        var home = folder.toAbsolutePath().normalize();
        format(home);
        var config = KafkaConfig.fromProps(properties(home, port));
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        return new KafkaServer(server, port);
    }

    public Port port() {
        return port;
    }

    public String bootstrapServers() {
        return port.address();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /// Gives the folder its cluster id; a folder that has one keeps it.
    private static void format(Path home) {
        if (Files.exists(home.resolve("meta.properties"))) {
            return;
        }
        var formatter =
                new Formatter()
                        .setNodeId(NODE)
                        .setClusterId(Uuid.randomUuid().toString())
                        .addDirectory(home.toString())
                        .setMetadataLogDirectory(home.toString())
                        .setControllerListenerName(CONTROLLER)
                        .setIgnoreFormatted(true)
                        .setPrintStream(silent());
        try {
            Files.createDirectories(home);
            formatter.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            // The formatter declares no narrower type.
            throw new LocalFailure("Could not prepare the folder of Kafka, " + home + ".", e);
        }
    }

    private static Properties properties(Path home, Port port) {
        // Nobody but the broker talks to its controller, so any free port will do.
        var controller = Port.free("Kafka's controller").address();
        var properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", Integer.toString(NODE));
        properties.setProperty("controller.quorum.voters", NODE + "@" + controller);
        properties.setProperty("controller.listener.names", CONTROLLER);
        properties.setProperty(
                "listeners",
                "PLAINTEXT://" + port.address() + "," + CONTROLLER + "://" + controller);
        properties.setProperty("advertised.listeners", "PLAINTEXT://" + port.address());
        properties.setProperty(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.setProperty("log.dirs", home.toString());
        // Topics are made on purpose: one that appears by itself has the wrong partitions.
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("log.retention.hours", "168");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        // One machine, few clients: the defaults are for a server of its own.
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("background.threads", "2");
        properties.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        return properties;
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}

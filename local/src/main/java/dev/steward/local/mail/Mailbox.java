package dev.steward.local.mail;

import dev.steward.local.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server that keeps what it gets, one file per `Message-ID`, and passes nothing on. A
/// message that comes again is dropped, as receivers do; `arrivals.log` tells of it.
public final class Mailbox implements AutoCloseable {

    private static final int LARGEST_MESSAGE = 1 << 20;
    private static final int MOST_CONNECTIONS = 50;

    private final Path folder;
    private final SMTPServer server;

    private Mailbox(Path folder, Port port) {
        this.folder = folder;
        this.server =
                SMTPServer.port(port.number())
                        .bindAddress(Port.loopback())
                        .hostName("localhost")
                        .softwareName("Steward's mailbox")
                        .maxMessageSize(LARGEST_MESSAGE)
                        .maxConnections(MOST_CONNECTIONS)
                        .insertReceivedHeaders(false)
                        .messageHandler((_, _, _, message) -> keep(message))
                        .build();
    }

    /// Returns when it takes messages. Those of the last run are still there.
    public static Mailbox start(Path folder, Port port) {
        port.requireFree();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var mailbox = new Mailbox(folder, port);
        mailbox.server.start();
        return mailbox;
    }

    @Override
    public void close() {
        server.stop();
    }

    /// Whole or not at all: half a message would keep the next one out.
    private synchronized void keep(byte[] message) {
        var name = MailMessage.idIn(message).replaceAll("[^A-Za-z0-9@._-]", "_");
        var file = folder.resolve(name + MailMessage.SUFFIX);
        try {
            var repeated = Files.exists(file);
            if (!repeated) {
                var half = folder.resolve(name + ".half");
                Files.write(half, message);
                Files.move(half, file);
            }
            Files.writeString(
                    folder.resolve("arrivals.log"),
                    name + (repeated ? " again\n" : " kept\n"),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

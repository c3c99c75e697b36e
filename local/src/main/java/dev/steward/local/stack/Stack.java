package dev.steward.local.stack;

import dev.steward.local.Port;
import dev.steward.local.kafka.KafkaServer;
import dev.steward.local.mail.Mailbox;
import dev.steward.local.oidc.OidcIssuer;
import dev.steward.local.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// PostgreSQL, Kafka, the issuer and a mailbox together, owned by this JVM.
public final class Stack implements AutoCloseable {

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final OidcIssuer issuer;
    private final Mailbox mailbox;
    private final Port smtp;
    private final Path folder;

    private Stack(
            PostgresServer postgres, KafkaServer kafka, OidcIssuer issuer, Port smtp, Path folder) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.issuer = issuer;
        this.smtp = smtp;
        this.folder = folder;
        this.mailbox = Mailbox.start(mailbox(folder), smtp);
    }

    /// On free ports, for tests: it survives a killed process, but not a power cut.
    public static Stack onFreePorts(Path folder) {
        var postgres =
                CompletableFuture.supplyAsync(() ->
                        PostgresServer.start(
                                folder.resolve("postgres"),
                                Port.free("PostgreSQL"),
                                PostgresServer.Durability.SURVIVES_THE_PROCESS_ONLY));
        var issuer = OidcIssuer.start(folder.resolve("issuer"), Port.free("the OIDC issuer"));
        var kafka = KafkaServer.start(folder.resolve("kafka"), Port.free("Kafka"));
        return new Stack(postgres.join(), kafka, issuer, Port.free("the mailbox"), folder);
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaServer kafka() {
        return kafka;
    }

    public OidcIssuer issuer() {
        return issuer;
    }

    public StackCoordinates coordinates() {
        return new StackCoordinates(
                ProcessHandle.current().pid(),
                postgres.urlBase(),
                postgres.superuser(),
                postgres.superuserPassword(),
                kafka.bootstrapServers(),
                issuer.url(),
                OidcIssuer.keyFile(folder.resolve("issuer").toAbsolutePath()),
                smtp.number(),
                mailbox(folder));
    }

    private static Path mailbox(Path folder) {
        return folder.resolve("mailbox").toAbsolutePath();
    }

    @Override
    public void close() {
        mailbox.close();
        issuer.close();
        kafka.close();
        postgres.close();
    }
}

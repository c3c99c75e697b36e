package dev.steward.local.stack;

import com.nimbusds.jose.jwk.RSAKey;
import dev.steward.local.Port;
import dev.steward.local.Secrets;
import dev.steward.local.oidc.SigningKey;
import dev.steward.local.oidc.TokenMint;
import dev.steward.local.postgres.DatabaseAdministration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// Where a running stack is found, and the keys to it. `jdbcUrlBase` ends before the name of the
/// database.
public record StackCoordinates(
        long pid,
        String jdbcUrlBase,
        String superuser,
        String superuserPassword,
        String bootstrapServers,
        String issuer,
        Path issuerKey,
        int smtpPort,
        Path mailbox) {

    public DatabaseAdministration administration() {
        return new DatabaseAdministration(jdbcUrlBase, superuser, superuserPassword);
    }

    public TokenMint mint() {
        RSAKey key = SigningKey.read(issuerKey);
        return new TokenMint(issuer, key);
    }

    /// The process lives and all its servers answer.
    boolean alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
                && answers(jdbcUrlBase)
                && answers(bootstrapServers)
                && answers(issuer)
                && answers(":" + smtpPort);
    }

    public void write(Path file) {
        var properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("postgres.url-base", jdbcUrlBase);
        properties.setProperty("postgres.superuser", superuser);
        properties.setProperty("postgres.superuser-password", superuserPassword);
        properties.setProperty("kafka.bootstrap-servers", bootstrapServers);
        properties.setProperty("oidc.issuer", issuer);
        properties.setProperty("oidc.key", issuerKey.toString());
        properties.setProperty("smtp.port", Integer.toString(smtpPort));
        properties.setProperty("smtp.mailbox", mailbox.toString());
        Secrets.writePrivately(file, Secrets.lines(properties));
    }

    static Optional<StackCoordinates> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = Secrets.read(file);
        return Optional.of(
                new StackCoordinates(
                        Long.parseLong(properties.getProperty("pid", "0")),
                        properties.getProperty("postgres.url-base", ""),
                        properties.getProperty("postgres.superuser", ""),
                        properties.getProperty("postgres.superuser-password", ""),
                        properties.getProperty("kafka.bootstrap-servers", ""),
                        properties.getProperty("oidc.issuer", ""),
                        Path.of(properties.getProperty("oidc.key", "")),
                        Integer.parseInt(properties.getProperty("smtp.port", "0")),
                        Path.of(properties.getProperty("smtp.mailbox", ""))));
    }

    private static boolean answers(String address) {
        var digits = address.replaceFirst(".*:(\\d+).*", "$1");
        return new Port("", "", Integer.parseInt(digits)).answers();
    }
}

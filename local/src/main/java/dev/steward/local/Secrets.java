package dev.steward.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/// Generated passwords and keys, kept in one file that only its owner can read.
public final class Secrets {

    private static final int PASSWORD_BYTES = 24;

    private final Path file;

    public Secrets(Path file) {
        this.file = file;
    }

    /// The password of that name; generated and kept when it is asked for the first time.
    public synchronized String password(String name) {
        var secrets = read();
        var known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        var generated = generate();
        secrets.setProperty(name, generated);
        writePrivately(file, lines(secrets));
        return generated;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(read().getProperty(name));
    }

    /// Replaces the file in one step, readable and writable by its owner only from the start.
    public static void writePrivately(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            var ownerOnly =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            Files.createFile(draft, ownerOnly);
            Files.writeString(draft, content);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String lines(Properties properties) {
        var lines = new StringBuilder();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name ->
                        lines.append(name)
                                .append('=')
                                .append(properties.getProperty(name))
                                .append('\n'));
        return lines.toString();
    }

    public static Properties read(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private Properties read() {
        return read(file);
    }

    private static String generate() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

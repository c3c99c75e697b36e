package dev.steward.local;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A message in the mailbox.
public record MailMessage(
        String id, String from, String to, String subject, String text, FileTime arrivedAt) {

    static final String SUFFIX = ".eml";

    /// All that are kept in a folder, oldest first.
    public static List<MailMessage> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .map(MailMessage::read)
                    .sorted(Comparator.comparing(MailMessage::arrivedAt))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The `Message-ID`, without its brackets; of a message without one, what tells it from others.
    static String idIn(byte[] message) {
        try {
            var id = mime(message).getMessageID();
            return id == null
                    ? "without-id-" + Integer.toHexString(Arrays.hashCode(message))
                    : bare(id);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a message", e);
        }
    }

    private static MailMessage read(Path file) {
        try {
            var message = mime(Files.readAllBytes(file));
            return new MailMessage(
                    bare(orNothing(message.getMessageID())),
                    all(message.getFrom()),
                    all(message.getRecipients(Message.RecipientType.TO)),
                    orNothing(message.getSubject()),
                    String.valueOf(message.getContent()),
                    Files.getLastModifiedTime(file));
        } catch (MessagingException e) {
            throw new IllegalStateException(file + " is not a message", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage mime(byte[] message) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(message));
    }

    private static String all(Object @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String bare(String id) {
        return id.strip().replaceAll("^<|>$", "");
    }

    private static String orNothing(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

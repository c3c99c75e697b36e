package dev.steward.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message in the mailbox.
public record MailMessage(
        String id, String from, String to, String subject, String text, FileTime arrivedAt) {

    static final String SUFFIX = ".eml";

    /// What a folder holds.
    ///
    /// @param messages oldest first
    /// @param unreadable files that are no messages
    record Contents(List<MailMessage> messages, List<Path> unreadable) {}

    /// All that are kept in a folder and can be read, oldest first.
    public static List<MailMessage> in(Path folder) {
        return contents(folder).messages();
    }

    static Contents contents(Path folder) {
        var contents = new Contents(new ArrayList<>(), new ArrayList<>());
        for (var file : files(folder)) {
            read(file)
                    .ifPresentOrElse(
                            contents.messages()::add, () -> contents.unreadable().add(file));
        }
        contents.messages().sort(Comparator.comparing(MailMessage::arrivedAt));
        return contents;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The `Message-ID`, without its brackets; of a message without one, what tells it from others.
    static String idIn(byte[] message) {
        try {
            var id = mime(message).getMessageID();
            return id == null ? idOf(message) : bare(id);
        } catch (MessagingException e) {
            return idOf(message);
        }
    }

    private static String idOf(byte[] message) {
        return "without-id-" + Integer.toHexString(Arrays.hashCode(message));
    }

    /// @return empty where the file is no message, or says that it is what it is not
    private static Optional<MailMessage> read(Path file) {
        try {
            var message = mime(Files.readAllBytes(file));
            return Optional.of(
                    new MailMessage(
                            bare(orNothing(message.getMessageID())),
                            header(message, "From"),
                            header(message, "To"),
                            orNothing(message.getSubject()),
                            String.valueOf(message.getContent()),
                            Files.getLastModifiedTime(file)));
        } catch (MessagingException | IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// As it was written: an address that breaks the rules is shown too.
    private static String header(MimeMessage message, String name)
            throws MessagingException, IOException {
        var written = message.getHeader(name, ", ");
        return written == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(written));
    }

    private static MimeMessage mime(byte[] message) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(message));
    }

    private static String bare(String id) {
        return id.strip().replaceAll("^<|>$", "");
    }

    private static String orNothing(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

package dev.steward.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.local.Port;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    @TempDir Path folder;

    private final Port port = Port.free("the mailbox");

    @Test
    void keepsAMessageAndDropsItsRepeats() throws IOException {
        try (var _ = Mailbox.start(folder, port)) {
            send("<1@steward>", "First");
            send("<1@steward>", "First");
            send("<2@steward>", "Second");
        }
        assertThat(MailMessage.in(folder))
                .extracting(MailMessage::id, MailMessage::to, MailMessage::subject)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("1@steward", "ada@x.example", "First"),
                        org.assertj.core.groups.Tuple.tuple(
                                "2@steward", "ada@x.example", "Second"));
        assertThat(Files.readAllLines(folder.resolve("arrivals.log")))
                .containsExactly("1@steward kept", "1@steward again", "2@steward kept");
    }

    @Test
    void stillHasWhatCameBefore() throws IOException {
        try (var _ = Mailbox.start(folder, port)) {
            send("<1@steward>", "First");
        }
        try (var _ = Mailbox.start(folder, port)) {
            send("<1@steward>", "First");
        }
        assertThat(MailMessage.in(folder))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("Grüße"));
    }

    @Test
    void anIdIsNoPath() throws IOException {
        try (var _ = Mailbox.start(folder, port)) {
            send("<../../1@steward>", "First");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".._.._1@steward.eml", "arrivals.log");
        }
    }

    @Test
    void printsWhatItCanReadAndNamesTheRest() throws IOException {
        try (var _ = Mailbox.start(folder, port)) {
            send("<1@steward>", "First");
        }
        Files.writeString(
                folder.resolve("odd.eml"),
                "To: \"x@, =?utf-8?q?J=C3=B6rg?= <a@b@c>\r\nSubject: Odd\r\n\r\nRead\r\n");
        Files.writeString(
                folder.resolve("broken.eml"),
                "Content-Type: text/plain; charset=no-such\r\n\r\nx\r\n");
        Files.write(folder.resolve("noise.eml"), new byte[] {0, -1, 10, 13, 64, 10, 10, -128});
        var out = new java.io.ByteArrayOutputStream();
        MailboxPrint.print(folder, new java.io.PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Subject: First", "Subject: Odd", "J\u00f6rg")
                .contains("Cannot be read: " + folder.resolve("broken.eml"));
    }

    private void send(String id, String subject) throws IOException {
        try (var socket = new Socket(Port.loopback(), port.number());
                var answers =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8))) {
            answers.readLine();
            var message =
                    "From: s@steward\r\nTo: ada@x.example\r\nSubject: "
                            + subject
                            + "\r\nMessage-ID: "
                            + id
                            + "\r\nContent-Type: text/plain; charset=utf-8\r\n"
                            + "Content-Transfer-Encoding: 8bit\r\n\r\nGrüße\r\n.";
            for (var line :
                    List.of(
                            "HELO x",
                            "MAIL FROM:<s@steward>",
                            "RCPT TO:<ada@x.example>",
                            "DATA",
                            message,
                            "QUIT")) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                assertThat(answers.readLine()).matches("[23].*");
            }
        }
    }
}

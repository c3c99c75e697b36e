package dev.steward.local.mail;

import java.io.PrintStream;
import java.nio.file.Path;

/// `./steward mailbox`: the messages that were kept, oldest first.
public final class MailboxPrint {

    private MailboxPrint() {}

    public static void print(Path folder, PrintStream out) {
        var contents = MailMessage.contents(folder);
        var messages = contents.messages();
        messages.forEach(message ->
                out.printf(
                        "To:      %s%nSubject: %s%nArrived: %s%n%n%s%n%n",
                        message.to(),
                        message.subject(),
                        message.arrivedAt(),
                        message.text().indent(4).stripTrailing()));
        contents.unreadable().forEach(file -> out.printf("Cannot be read: %s%n", file));
        out.printf("%d messages; the files are in %s%n", messages.size(), folder);
    }
}

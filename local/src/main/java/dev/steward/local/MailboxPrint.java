package dev.steward.local;

import java.io.PrintStream;
import java.nio.file.Path;

/// `./steward mailbox`: the messages that were kept, oldest first.
final class MailboxPrint {

    private MailboxPrint() {}

    static void print(Path folder, PrintStream out) {
        var messages = MailMessage.in(folder);
        messages.forEach(message ->
                out.printf(
                        "To:      %s%nSubject: %s%nArrived: %s%n%n%s%n%n",
                        message.to(),
                        message.subject(),
                        message.arrivedAt(),
                        message.text().indent(4).stripTrailing()));
        out.printf("%d messages; the files are in %s%n", messages.size(), folder);
    }
}

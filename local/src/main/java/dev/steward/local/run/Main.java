package dev.steward.local.run;

import dev.steward.local.Home;
import dev.steward.local.LocalFailure;
import dev.steward.local.LogRotation;
import dev.steward.local.Logging;
import dev.steward.local.mail.MailboxPrint;
import dev.steward.local.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The commands of the script `steward` that need Java.
final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        var words = List.of(arguments);
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "up, token, status, mailbox, republish, epoch or reset");
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(words.getFirst(), words.subList(1, words.size()), out);
        } catch (LocalFailure e) {
            System.err.println("steward: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String command, List<String> rest, PrintStream out)
            throws InterruptedException {
        switch (command) {
            case "up" -> up(rest.contains("--sample"), out);
            case "token" -> out.println(Token.of(rest));
            case "status" -> System.exit(Status.print(out) ? 0 : 1);
            case "mailbox" -> MailboxPrint.print(Home.ofThisWorkingCopy().mailbox(), out);
            case "republish" -> out.println(Republish.run(rest));
            case "epoch" -> out.println(Republish.inANewEpoch(rest));
            case "reset" -> reset(out);
            default -> throw new LocalFailure("There is no command " + command + ".");
        }
    }

    private static void up(boolean sample, PrintStream out) throws InterruptedException {
        var home = Home.ofThisWorkingCopy();
        try (var _ = home.claim()) {
            LogRotation.rotate(home.path().resolve("logs"));
            Logging.toFile(home.log("steward"));
            var up = new Up(Up.Setting.ofThisWorkingCopy(), out);
            Runtime.getRuntime().addShutdownHook(new Thread(up::close, "stop-steward"));
            try {
                up.run();
                if (sample) {
                    new Sample(new GatewayClient(up.api(), up.mint()), up::say).fill();
                }
                up.invite(up.mint());
            } catch (LocalFailure e) {
                // A Ctrl-C while things start makes them fail: that is no news.
                if (!up.isClosing()) {
                    throw e;
                }
            }
            up.awaitClose();
        }
    }

    private static void reset(PrintStream out) {
        var home = Home.ofThisWorkingCopy();
        try (var _ = home.claim()) {
            new StaleProcesses(home, line -> out.println("steward: " + line)).end();
            PostgresServer.deleteTree(home.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println("steward: " + home.path() + " is deleted.");
    }
}

package dev.steward.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/// Stands for an application: `live` says in a file that it runs and notes when it is stopped,
/// `die` ends at once.
final class StandIn {

    private StandIn() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("stand-in with password " + System.getenv("STAND_IN_PASSWORD"));
        if (arguments[0].equals("die")) {
            System.out.println("cannot reach the moon");
            System.exit(3);
        }
        var name = arguments[1];
        var diary = Path.of(arguments[2]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(diary, name + " stopped")));
        write(diary, name + " runs");
        new CountDownLatch(1).await();
    }

    private static void write(Path diary, String line) {
        try {
            Files.writeString(
                    diary, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package dev.steward.local.stack;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The process of [TestStack]: runs the stack until nobody is left who asked for it.
final class TestStackMain {

    private static final long LOOK_EVERY_MILLIS = 500;

    private TestStackMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = new TestStackFolder(Path.of(arguments[0]));
        var stack = Stack.onFreePorts(folder.data());
        // A signal must not leave PostgreSQL behind.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
        folder.publish(stack.coordinates());
        do {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } while (wanted(folder));
        System.exit(0);
    }

    /// Taking the file away and ending happen under the lock: whoever gets it next starts anew.
    private static boolean wanted(TestStackFolder folder) {
        if (folder.hasLivingOwner()) {
            return true;
        }
        try (var _ = folder.lock()) {
            if (folder.hasLivingOwner()) {
                return true;
            }
            folder.withdraw();
            return false;
        }
    }
}

package dev.steward.gateway.limit;

import java.util.ArrayDeque;
import java.util.Deque;

/// The permission to process a request, with the resources it holds; released when its response has
/// been sent or its caller has disconnected.
public class Permit {

    private final String countedCaller;
    private final Deque<Runnable> held = new ArrayDeque<>(4);
    private boolean released;

    Permit(String countedCaller) {
        this.countedCaller = countedCaller;
    }

    /// Key of the caller whose limits the request counts against.
    public String countedCaller() {
        return countedCaller;
    }

    /// Adds an action to run on release; runs it at once when that has happened already.
    public void onRelease(Runnable action) {
        synchronized (held) {
            if (!released) {
                held.push(action);
                return;
            }
        }
        action.run();
    }

    /// Runs the actions, each once, the last one first.
    public void release() {
        synchronized (held) {
            released = true;
        }
        while (!held.isEmpty()) {
            held.pop().run();
        }
    }
}

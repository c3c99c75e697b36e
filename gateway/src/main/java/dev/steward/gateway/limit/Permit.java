package dev.steward.gateway.limit;

import java.util.ArrayDeque;
import java.util.Deque;

/// That a request may be under way, and all that it holds meanwhile; given back when its answer has
/// left or its caller has gone.
public class Permit {

    private final String payer;
    private final Deque<Runnable> held = new ArrayDeque<>(4);
    private boolean released;

    Permit(String payer) {
        this.payer = payer;
    }

    /// In whose name the request is counted.
    public String payer() {
        return payer;
    }

    /// Adds something to give back; at once, when the request is over already.
    public void onRelease(Runnable giveBack) {
        synchronized (held) {
            if (!released) {
                held.push(giveBack);
                return;
            }
        }
        giveBack.run();
    }

    /// Gives back what is held, once.
    public void release() {
        synchronized (held) {
            released = true;
        }
        while (!held.isEmpty()) {
            held.pop().run();
        }
    }
}

package dev.steward.platform.testing.offenders;

/// A planted offender: work on a thread that may end without anybody's noticing.
public final class OwnThread {
    void begin(Runnable loop) {
        Thread.ofPlatform().name("loop").start(loop);
    }
}

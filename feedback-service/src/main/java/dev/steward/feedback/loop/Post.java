package dev.steward.feedback.loop;

/// The edge of the network.
interface Post {

    /// @throws NotTaken when nobody took it over, or nobody said that they did
    void send(Outgoing outgoing);

    /// The message has to be tried again.
    final class NotTaken extends RuntimeException {

        NotTaken(String why, Throwable cause) {
            super(why, cause);
        }
    }
}

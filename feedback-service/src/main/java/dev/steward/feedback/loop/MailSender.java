package dev.steward.feedback.loop;

/// The edge of the network.
interface MailSender {

    /// @throws NotTaken when nobody took it over, or nobody said that they did
    void send(ClaimedMessage claimedMessage);

    /// The message has to be tried again.
    final class SendFailed extends RuntimeException {

        SendFailed(String why, Throwable cause) {
            super(why, cause);
        }
    }
}

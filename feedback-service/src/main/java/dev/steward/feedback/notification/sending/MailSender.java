package dev.steward.feedback.notification.sending;

/// Sends a message over the network.
interface MailSender {

    /// @throws SendFailed when the mail server did not accept it, or did not answer
    void send(ClaimedMessage claimedMessage);

    /// Sending failed and has to be tried again.
    final class SendFailed extends RuntimeException {

        SendFailed(String why, Throwable cause) {
            super(why, cause);
        }
    }
}

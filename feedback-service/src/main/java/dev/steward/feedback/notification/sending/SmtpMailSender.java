package dev.steward.feedback.notification.sending;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sends by SMTP. The `Message-ID` is made of the delivery's id, so that a receiver can recognise a
/// repeated message.
@ApplicationScoped
class SmtpMailSender implements MailSender {

    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final int MAX_REASON_LENGTH = 500;

    private final ReactiveMailer mailer;
    private final String domain;

    SmtpMailSender(
            ReactiveMailer mailer, @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        this.domain = from.replaceFirst(".*@", "").replaceAll("[^A-Za-z0-9.-]", "");
    }

    @Override
    public void send(ClaimedMessage claimedMessage) {
        var message = claimedMessage.message();
        var mail =
                Mail.withText(claimedMessage.address(), message.subject(), message.text())
                        .addHeader("Message-ID", "<" + claimedMessage.id() + "@" + domain + ">")
                        .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(TIMEOUT);
        } catch (RuntimeException e) {
            throw new SendFailed(reason(e), e);
        }
    }

    private static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var reason = root.getClass().getSimpleName() + ": " + root.getMessage();
        return reason.length() <= MAX_REASON_LENGTH
                ? reason
                : reason.substring(0, MAX_REASON_LENGTH);
    }
}

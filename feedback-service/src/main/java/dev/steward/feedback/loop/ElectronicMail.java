package dev.steward.feedback.loop;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Sends by SMTP. The `Message-ID` is the delivery's id: a receiver that gets it twice knows.
@ApplicationScoped
class ElectronicMail implements Post {

    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final int LONGEST_REASON = 500;

    private final ReactiveMailer mailer;
    private final String domain;

    ElectronicMail(
            ReactiveMailer mailer, @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        this.domain = from.replaceFirst(".*@", "").replaceAll("[^A-Za-z0-9.-]", "");
    }

    @Override
    public void send(Outgoing outgoing) {
        var letter = outgoing.letter();
        var mail =
                Mail.withText(outgoing.address(), letter.subject(), letter.text())
                        .addHeader("Message-ID", "<" + outgoing.id() + "@" + domain + ">")
                        .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(LONGEST);
        } catch (RuntimeException e) {
            throw new NotTaken(reason(e), e);
        }
    }

    private static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var reason = root.getClass().getSimpleName() + ": " + root.getMessage();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}

package dev.steward.platform.access;

import dev.steward.platform.web.value.PlainText;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/// Remembers the name of whoever comes with a token.
@Provider
public class PeopleSeen implements ContainerRequestFilter {

    private final People people;
    private final Caller caller;

    PeopleSeen(People people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        name().map(PlainText::clean)
                .filter(name -> !name.isEmpty() && PlainText.fault(name).isEmpty())
                .ifPresent(name -> people.seen(caller.subject(), name));
    }

    /// A machine's token has no name: it is called what it is.
    private Optional<String> name() {
        return caller.claim("name")
                .or(() -> caller.claim("preferred_username"))
                .or(() -> caller.claim("sub"));
    }
}

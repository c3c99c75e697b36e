package dev.steward.platform.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

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
        caller.claim("name").ifPresent(name -> people.seen(caller.subject(), name));
    }
}

package dev.steward.platform.access;

import static dev.steward.platform.access.Level.ALL;
import static dev.steward.platform.access.Level.NONE;
import static dev.steward.platform.access.Level.OWN;
import static dev.steward.platform.access.Level.PROPOSE;
import static dev.steward.platform.access.Level.READ;
import static dev.steward.platform.access.Level.WRITE;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The table of rights: an action, and what each role may do with it (owner, manager, scrum master,
/// developer, stakeholder).
public enum Right {
    READ_BACKLOG(READ, READ, READ, READ, READ),
    READ_MEMBERS(READ, READ, READ, READ, READ),
    EDIT_PRODUCT(ALL, READ, READ, READ, READ),
    VISION(WRITE, ALL, READ, READ, READ),
    PRODUCT_GOAL(ALL, PROPOSE, READ, READ, READ),
    CREATE_ITEM(ALL, WRITE, PROPOSE, WRITE, PROPOSE),
    EDIT_ITEM(ALL, WRITE, WRITE, WRITE, PROPOSE),
    DROP_ITEM(ALL, PROPOSE, PROPOSE, PROPOSE, PROPOSE),
    /// The order, pins, applied proposals and the value inputs of an item.
    PRIORITISE(ALL, PROPOSE, READ, READ, PROPOSE),
    SCORING(ALL, PROPOSE, READ, READ, READ),
    REFINE(ALL, WRITE, WRITE, WRITE, PROPOSE),
    /// Developers size the items (Scrum Guide).
    ESTIMATE(READ, READ, READ, ALL, READ),
    POLICIES(WRITE, READ, WRITE, WRITE, READ),
    WORK(WRITE, NONE, WRITE, WRITE, NONE),
    COMMENT(ALL, WRITE, WRITE, WRITE, WRITE),
    INTERNAL_COMMENT(ALL, WRITE, WRITE, WRITE, NONE),
    ROADMAP(ALL, WRITE, READ, READ, READ),
    SCENARIO(ALL, WRITE, READ, READ, NONE),
    IMPORT(ALL, WRITE, NONE, WRITE, NONE),
    EXPORT(ALL, WRITE, READ, READ, NONE),
    DECISION(ALL, ALL, WRITE, WRITE, READ),
    SPRINT(WRITE, READ, WRITE, WRITE, READ),
    CANCEL_SPRINT(ALL, READ, READ, READ, READ),
    SCOPE_CHANGE(WRITE, READ, PROPOSE, PROPOSE, READ),
    TEAM(WRITE, READ, ALL, WRITE, READ),
    CAPACITY(READ, READ, WRITE, OWN, NONE),
    REVIEW(ALL, WRITE, WRITE, WRITE, OWN),
    RETROSPECTIVE(WRITE, NONE, ALL, WRITE, NONE),
    READ_FEEDBACK(READ, READ, READ, READ, OWN),
    SUBMIT_FEEDBACK(WRITE, WRITE, WRITE, WRITE, WRITE),
    TRIAGE_FEEDBACK(ALL, WRITE, READ, READ, NONE),
    CUSTOMERS(ALL, ALL, READ, READ, NONE),
    /// Revenue, a contact's e-mail, and demand by company.
    CUSTOMER_VALUE(READ, READ, NONE, NONE, NONE),
    DEMAND(READ, READ, READ, READ, READ),
    RESEARCH(WRITE, ALL, READ, READ, READ),
    LOOP(ALL, READ, NONE, NONE, NONE),
    /// Members, sources and webhooks.
    ADMINISTER(ALL, READ, NONE, NONE, NONE),
    AUDIT(READ, READ, NONE, NONE, NONE);

    private final Level owner;
    private final Level manager;
    private final Level scrumMaster;
    private final Level developer;
    private final Level stakeholder;

    Right(Level owner, Level manager, Level scrumMaster, Level developer, Level stakeholder) {
        this.owner = owner;
        this.manager = manager;
        this.scrumMaster = scrumMaster;
        this.developer = developer;
        this.stakeholder = stakeholder;
    }

    public Level of(Role role) {
        return switch (role) {
            case OWNER -> owner;
            case MANAGER -> manager;
            case SCRUM_MASTER -> scrumMaster;
            case DEVELOPER -> developer;
            case STAKEHOLDER -> stakeholder;
        };
    }

    /// The roles that may do it; where nobody may write, those that may read.
    public List<Role> holders() {
        var writers = rolesFrom(WRITE);
        return writers.isEmpty() ? rolesFrom(READ) : writers;
    }

    private List<Role> rolesFrom(Level level) {
        return Stream.of(Role.values()).filter(role -> of(role).compareTo(level) >= 0).toList();
    }

    /// The highest level of these roles.
    public Level of(Collection<Role> roles) {
        return roles.stream().map(this::of).max(Comparator.naturalOrder()).orElse(NONE);
    }
}

package dev.steward.system.attack;

import dev.steward.local.Person;
import dev.steward.system.RunningSystem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Signed once for each: whoever attacks does not spend more than the attacked.
final class AttackerTokens {

    private static final Map<Person, String> TOKENS = new ConcurrentHashMap<>();

    private AttackerTokens() {}

    static String of(Person attacker) {
        return TOKENS.computeIfAbsent(
                attacker, person -> RunningSystem.get().issuer().mint().token(person));
    }
}

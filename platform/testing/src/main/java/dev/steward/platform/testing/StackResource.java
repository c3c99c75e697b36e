package dev.steward.platform.testing;

import dev.steward.local.stack.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Gives each process of tests a database and a topic prefix of its own on the one stack of the
/// build. Registered as a service: every `@QuarkusTest` has it without saying so.
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var stack = TestStack.shared();
        var module = module();
        var database =
                stack.database(
                        module.replace('-', '_') + "_" + System.getProperty("steward.fork", "1"));
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.url());
        settings.put("quarkus.datasource.username", database.appUser());
        settings.put("quarkus.datasource.password", database.appPassword());
        settings.put("quarkus.flyway.username", database.ownerUser());
        settings.put("quarkus.flyway.password", database.ownerPassword());
        settings.put("quarkus.oidc.auth-server-url", stack.issuer());
        settings.put("kafka.bootstrap.servers", stack.bootstrapServers());
        settings.put("quarkus.mailer.host", "127.0.0.1");
        settings.put("quarkus.mailer.port", Integer.toString(stack.smtpPort()));
        settings.put(
                "steward.messaging.topic-prefix",
                module + "-" + ProcessHandle.current().pid() + "-");
        return settings;
    }

    private static String module() {
        return System.getProperty("steward.module", "steward-ide").toLowerCase(Locale.ROOT);
    }

    @Override
    public void stop() {
        // The stack outlives this module: the next one uses it, and it ends with the build.
    }
}

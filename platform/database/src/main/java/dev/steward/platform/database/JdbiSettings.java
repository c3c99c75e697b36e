package dev.steward.platform.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;

/// How Jdbi is set up for connections whose transactions the container begins and ends.
final class JdbiSettings {

    private JdbiSettings() {}

    static Jdbi jdbi(DataSource connections, ObjectMapper json) {
        var jdbi =
                Jdbi.create(connections)
                        .installPlugin(PostgresPlugin.noUnqualifiedHstoreBindings())
                        .setTransactionHandler(new CMTTransactionHandler())
                        .setTemplateEngine(TemplateEngine.NOP)
                        .registerArgument(new JsonArgumentFactory(json))
                        .registerColumnMapper(new JsonColumnMapperFactory(json));
        jdbi.getConfig(Arguments.class).register(new BasicArgumentFactory());
        // A statement's parameters may be personal data: they belong into no message.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}

package dev.steward.bench.figure;

import dev.steward.bench.Product;
import dev.steward.bench.SystemUnderTest;
import java.util.List;

/// A product full of items, some of which are asked for.
///
/// @param asked ids, spread over the product
record Items(Product product, List<String> asked) {

    /// All of them are in PostgreSQL's memory anyway.
    private static final int ASKED = 8;

    static Items in(SystemUnderTest steward) {
        var product = steward.product();
        new Import(steward.api(), product).run(new GeneratedCsv(steward.pace().rows()));
        var ids =
                steward.sql()
                        .column(
                                """
                                select id from item where product_id = '%s'
                                order by number %% (select greatest(1, count(*) / %d) from item where product_id = '%s'), id
                                limit %d
                                """
                                        .formatted(product.id(), ASKED, product.id(), ASKED));
        steward.sql().run("vacuum analyze");
        return new Items(product, ids);
    }

    /// wrk's script: GET each of them in turn.
    String lua(String token) {
        return """
        local ids = { "%s" }
        local n = 0
        wrk.headers["Authorization"] = "Bearer %s"
        request = function()
            n = n + 1
            return wrk.format("GET", "/api/v1/items/" .. ids[n %% #ids + 1])
        end
        """
                .formatted(String.join("\", \"", asked), token);
    }
}

package dev.steward.backlog.item;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.backlog.item.Criterion.TickPermission;
import dev.steward.backlog.item.ItemFields.CriterionFields;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Turns the acceptance criteria of a request into criteria of the item. `met` may always be sent
/// back unchanged; changing it needs a permission.
final class CriteriaParser {

    private final Map<UUID, Criterion> known;
    private final TickPermission permission;

    CriteriaParser(List<Criterion> known, TickPermission permission) {
        this.permission = permission;
        this.known = known.stream().collect(Collectors.toMap(Criterion::id, Function.identity()));
    }

    List<Criterion> read(List<CriterionFields> written) {
        List<Criterion> read = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (var fields : written) {
            var criterion = read(fields, "/acceptanceCriteria/" + read.size());
            if (!ids.add(criterion.id())) {
                throw new Invalid(
                        FieldError.at(
                                "/acceptanceCriteria/" + read.size() + "/id",
                                "duplicate",
                                "Another criterion has this id."));
            }
            read.add(criterion);
        }
        return read;
    }

    private Criterion read(CriterionFields fields, String pointer) {
        var id = fields.id() == null ? UuidCreator.getTimeOrderedEpoch() : fields.id();
        var before = known.get(id);
        var met = before != null && before.met();
        if (fields.met() != null && fields.met() != met) {
            permission.allow(pointer + "/met");
            met = fields.met();
        }
        return new Criterion(id, fields.text(), met);
    }
}
